// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.api.Problem;
import vn.ioc.hub.api.ProblemTranslator;
import vn.ioc.hub.ingest.IngestException;
import vn.ioc.integrations.route.RunnerException;

/** Problems of sources and of what is kept of them. */
@Component
final class SourceProblems implements ProblemTranslator {
    @Override
    public Optional<Problem> find(Throwable failure) {
        if (failure instanceof RunnerException e && e.reason() == RunnerException.Reason.UNKNOWN_SOURCE) {
            return Optional.of(new Problem(ErrorCode.NOT_FOUND, String.valueOf(e.getMessage())));
        }
        if (failure instanceof IngestException e && e.reason() == IngestException.Reason.STORE) {
            return Optional.of(new Problem(ErrorCode.GRAPH_UNAVAILABLE, "the graph cannot be reached now; try again"));
        }
        return Optional.empty();
    }
}
