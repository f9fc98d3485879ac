// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/** Puts into each operation's context what nested fields need. */
final class RequestContext implements WebGraphQlInterceptor {
    private final CodeLabels labels;

    RequestContext(CodeLabels labels) {
        this.labels = labels;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(context -> context.put(CodeLabels.class, labels)).build());
        return chain.next(request);
    }
}
