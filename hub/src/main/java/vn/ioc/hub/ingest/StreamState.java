// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Graph.RunState;
import vn.ioc.integrations.change.StreamId;

/**
 * How one stream fares, as the graph remembers it.
 *
 * @param state of the newest pull; empty = never pulled
 * @param problem of the newest pull; empty when it succeeded or runs
 * @param checkpoint where the next pull starts
 * @param unknown names on the wire that the manifest does not take, and codes of no list ({@code code:list:value}), with
 *     how often they came; sorted
 * @param broken paths whose values were missing or did not convert, with how often; sorted
 * @param pausedSince when a person paused it
 * @param stopped why it was stopped until a person looks; empty when it is not
 * @param sweep what a held sweep would delete
 */
public record StreamState(
        StreamId stream,
        Optional<RunState> state,
        Optional<Instant> lastSuccess,
        String problem,
        Checkpoint checkpoint,
        Counts counts,
        Map<String, Long> unknown,
        Map<String, Long> broken,
        Optional<Instant> pausedSince,
        String stopped,
        Optional<HeldSweep> sweep) {
    /** A stream that was never pulled. */
    public static StreamState fresh(StreamId stream) {
        return new StreamState(
                stream,
                Optional.empty(),
                Optional.empty(),
                "",
                Checkpoint.START,
                Counts.NONE,
                Map.of(),
                Map.of(),
                Optional.empty(),
                "",
                Optional.empty());
    }
}
