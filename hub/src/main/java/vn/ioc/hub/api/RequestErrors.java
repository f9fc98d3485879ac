// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives every error a code: those of parsing, validation and coercion have none of their own. At most five are answered. */
@Component
final class RequestErrors implements WebGraphQlInterceptor {
    private static final int MOST = 5;

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> {
            List<GraphQLError> errors = response.getExecutionResult().getErrors();
            return errors.isEmpty()
                    ? response
                    : response.transform(b -> b.errors(errors.stream()
                            .limit(MOST)
                            .map(RequestErrors::coded)
                            .toList()));
        });
    }

    private static GraphQLError coded(GraphQLError error) {
        if (error.getExtensions() != null && error.getExtensions().containsKey("code")) {
            return error;
        }
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError()
                .message("%s", String.valueOf(error.getMessage()))
                .errorType(ErrorType.BAD_REQUEST)
                .extensions(Map.of("code", ErrorCode.BAD_REQUEST.name()));
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        return builder.build();
    }
}
