// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import reactor.core.publisher.Mono;
import vn.ioc.hub.api.operation.OperationDocuments;
import vn.ioc.hub.api.operation.OperationLimits;
import vn.ioc.hub.api.operation.ValidationWords;

/**
 * The last look at every answer: an error without a code (of coercion, mostly) gets one, at most five are answered, each is
 * counted, and a request that takes too long ends.
 */
@Order(0)
final class RequestErrors implements WebGraphQlInterceptor {
    private final OperationLimits limits;
    private final ValidationWords words;
    private final MeterRegistry meters;

    RequestErrors(OperationLimits limits, ValidationWords words, MeterRegistry meters) {
        this.limits = limits;
        this.words = words;
        this.meters = meters;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .timeout(limits.time())
                .onErrorResume(TimeoutException.class, late -> Mono.just(late(request)))
                .map(this::coded);
    }

    private WebGraphQlResponse coded(WebGraphQlResponse response) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        if (errors.isEmpty()) {
            return response;
        }
        List<GraphQLError> coded = errors.stream()
                .limit(OperationDocuments.MOST_ERRORS)
                .map(words::coded)
                .toList();
        coded.forEach(error -> count(String.valueOf(error.getExtensions().get("code"))));
        return response.transform(b -> b.errors(coded));
    }

    /** Codes are a closed list, so the tag is bounded. */
    private void count(String code) {
        meters.counter("hub.graphql.errors", "code", code).increment();
    }

    private WebGraphQlResponse late(WebGraphQlRequest request) {
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                request.toExecutionInput(),
                ExecutionResult.newExecutionResult()
                        .addError(GraphQLError.newError()
                                .message(
                                        "the request took longer than %d s; narrow it",
                                        limits.time().toSeconds())
                                .errorType(ErrorType.INTERNAL_ERROR)
                                .extensions(Map.of("code", ErrorCode.LIMIT_TIME.name()))
                                .build())
                        .build()));
    }
}
