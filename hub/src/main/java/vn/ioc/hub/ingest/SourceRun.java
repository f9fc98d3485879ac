// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.Optional;
import vn.ioc.integrations.change.Graph.RunState;

/**
 * One pull of one stream, or one replay of its rejections.
 *
 * @param endedAt empty while it runs, and for one that was killed
 * @param problem empty unless it failed; carries no payload, host or path
 */
public record SourceRun(
        String id,
        String source,
        String stream,
        Kind kind,
        RunState state,
        Instant startedAt,
        Optional<Instant> endedAt,
        String problem,
        Counts counts) {

    /** What it was. */
    public enum Kind {
        PULL,
        REPLAY
    }
}
