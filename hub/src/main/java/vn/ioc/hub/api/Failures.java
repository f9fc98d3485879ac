// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import vn.ioc.hub.graph.GraphException;
import vn.ioc.hub.ingest.IngestException;
import vn.ioc.hub.search.SearchException;
import vn.ioc.integrations.route.RunnerException;

/** Turns failures into errors with codes. What is not known is INTERNAL, with an id that the log has too. */
final class Failures extends DataFetcherExceptionResolverAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment environment) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case ApiException e -> error(environment, e.code(), String.valueOf(e.getMessage()));
            case GraphException e -> error(environment, code(e.reason()), String.valueOf(e.getMessage()));
            case SearchException e -> error(environment, code(e.reason()), String.valueOf(e.getMessage()));
            case RunnerException e when e.reason() == RunnerException.Reason.UNKNOWN_SOURCE ->
                error(environment, ErrorCode.NOT_FOUND, String.valueOf(e.getMessage()));
            case IngestException e ->
                error(environment, ErrorCode.GRAPH_UNAVAILABLE, "the graph cannot be reached now; try again");
            default -> internal(cause, environment);
        };
    }

    private static GraphQLError internal(Throwable cause, DataFetchingEnvironment environment) {
        String id = environment.getExecutionId().toString();
        LOG.error("operation {} failed", id, cause);
        return error(environment, ErrorCode.INTERNAL, "the hub failed; its log has the reason under " + id);
    }

    private static GraphQLError error(DataFetchingEnvironment environment, ErrorCode code, String message) {
        return GraphqlErrorBuilder.newError(environment)
                .message("%s", message)
                .errorType(code)
                .extensions(Map.of("code", code.name()))
                .build();
    }

    static ErrorCode code(GraphException.Reason reason) {
        return switch (reason) {
            case BAD_REQUEST -> ErrorCode.BAD_REQUEST;
            case FORBIDDEN_FIELD -> ErrorCode.FORBIDDEN_FIELD;
            case LIMIT_SORT -> ErrorCode.LIMIT_SORT;
            case LIMIT_NODES -> ErrorCode.LIMIT_NODES;
            case LIMIT_BUSY -> ErrorCode.LIMIT_BUSY;
            case LIMIT_TIME -> ErrorCode.LIMIT_TIME;
            case UNAVAILABLE -> ErrorCode.GRAPH_UNAVAILABLE;
        };
    }

    private static ErrorCode code(SearchException.Reason reason) {
        return switch (reason) {
            case TOO_LONG, BAD_CURSOR, BAD_FILTER -> ErrorCode.BAD_REQUEST;
            case UNAVAILABLE -> ErrorCode.SEARCH_UNAVAILABLE;
        };
    }
}
