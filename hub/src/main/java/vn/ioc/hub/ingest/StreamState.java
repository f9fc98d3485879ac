// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ioc.integrations.change.Graph.RunState;
import vn.ioc.integrations.change.StreamId;

/**
 * How one stream fares, as the graph remembers it.
 *
 * @param state of the newest pull; empty = never pulled
 * @param problem of the newest pull; empty when it succeeded or runs
 * @param read items since the stream was first pulled or reset: accepted, unchanged, rejected, refused and excluded ones
 * @param unknownFields names of fields on the wire that the manifest does not take, sorted
 */
public record StreamState(
        StreamId stream,
        Optional<RunState> state,
        Optional<Instant> lastSuccess,
        String problem,
        long read,
        long changed,
        long unchanged,
        long rejected,
        long refused,
        long excluded,
        List<String> unknownFields) {
    /** A stream that was never pulled. */
    public static StreamState fresh(StreamId stream) {
        return new StreamState(stream, Optional.empty(), Optional.empty(), "", 0, 0, 0, 0, 0, 0, List.of());
    }
}
