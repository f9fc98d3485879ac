// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import reactor.core.publisher.Mono;

/**
 * Turns exceptions of fetchers into errors with a code. What no room knows is INTERNAL: the client gets the execution's id,
 * the log the exception.
 */
final class FetchProblems implements DataFetcherExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(FetchProblems.class);
    private final List<ProblemTranslator> translators;

    FetchProblems(List<ProblemTranslator> translators) {
        this.translators = List.copyOf(translators);
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable exception, DataFetchingEnvironment environment) {
        Problem problem = problem(exception, environment.getExecutionId().toString());
        return Mono.just(List.of(GraphQLError.newError()
                .message("%s", problem.message())
                .errorType(type(problem.code()))
                .extensions(Map.of("code", problem.code().name()))
                .path(environment.getExecutionStepInfo().getPath())
                .location(environment.getField().getSourceLocation())
                .build()));
    }

    /** The same for a stream that has begun. */
    Mono<List<GraphQLError>> resolveStream(Throwable exception) {
        Problem problem = problem(exception, UUID.randomUUID().toString());
        return Mono.just(List.of(GraphQLError.newError()
                .message("%s", problem.message())
                .errorType(type(problem.code()))
                .extensions(Map.of("code", problem.code().name()))
                .build()));
    }

    private Problem problem(Throwable exception, String id) {
        Throwable failure = exception instanceof CompletionException && exception.getCause() != null
                ? exception.getCause()
                : exception;
        return known(failure).orElseGet(() -> {
            LOG.error("execution {} failed", id, failure);
            return new Problem(ErrorCode.INTERNAL, "something went wrong here; its number is " + id);
        });
    }

    private Optional<Problem> known(Throwable failure) {
        return switch (failure) {
            case ApiException refused -> Optional.of(new Problem(refused.code(), String.valueOf(refused.getMessage())));
            case AccessDeniedException denied ->
                Optional.of(new Problem(ErrorCode.FORBIDDEN, "the caller's roles do not allow this"));
            case AuthenticationException unknown ->
                Optional.of(new Problem(ErrorCode.UNAUTHENTICATED, "a valid token is needed"));
            case BindException bad -> Optional.of(new Problem(ErrorCode.BAD_REQUEST, "an argument does not fit"));
            default ->
                translators.stream().flatMap(t -> t.find(failure).stream()).findFirst();
        };
    }

    static ErrorType type(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> ErrorType.UNAUTHORIZED;
            case FORBIDDEN, FORBIDDEN_FIELD -> ErrorType.FORBIDDEN;
            case NOT_FOUND -> ErrorType.NOT_FOUND;
            case BAD_REQUEST,
                    LIMIT_BODY,
                    LIMIT_DOCUMENT,
                    LIMIT_DEPTH,
                    LIMIT_ALIASES,
                    LIMIT_ROOTS,
                    LIMIT_DIRECTIVES,
                    LIMIT_FIELDS,
                    LIMIT_NODES,
                    LIMIT_COST,
                    LIMIT_SORT,
                    LIMIT_SUBSCRIPTIONS,
                    LIMIT_CONNECTIONS,
                    LIMIT_SLOW,
                    RATE_LIMITED -> ErrorType.BAD_REQUEST;
            case LIMIT_BUSY, LIMIT_TIME, SEARCH_UNAVAILABLE, GRAPH_UNAVAILABLE, AUDIT_UNAVAILABLE, INTERNAL ->
                ErrorType.INTERNAL_ERROR;
        };
    }
}
