// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.search;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.api.Problem;
import vn.ioc.hub.api.ProblemTranslator;
import vn.ioc.hub.search.SearchException;

/** Problems of searching. */
@Component
final class SearchProblems implements ProblemTranslator {
    @Override
    public Optional<Problem> find(Throwable failure) {
        return failure instanceof SearchException refused
                ? Optional.of(new Problem(code(refused.reason()), String.valueOf(refused.getMessage())))
                : Optional.empty();
    }

    private static ErrorCode code(SearchException.Reason reason) {
        return switch (reason) {
            case TOO_LONG, BAD_CURSOR, BAD_FILTER -> ErrorCode.BAD_REQUEST;
            case UNAVAILABLE -> ErrorCode.SEARCH_UNAVAILABLE;
        };
    }
}
