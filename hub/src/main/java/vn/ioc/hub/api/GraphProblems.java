// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.util.Optional;
import vn.ioc.hub.graph.GraphException;

/** Problems of reading the graph. */
final class GraphProblems implements ProblemTranslator {
    @Override
    public Optional<Problem> find(Throwable failure) {
        return failure instanceof GraphException refused
                ? Optional.of(new Problem(code(refused.reason()), String.valueOf(refused.getMessage())))
                : Optional.empty();
    }

    private static ErrorCode code(GraphException.Reason reason) {
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
}
