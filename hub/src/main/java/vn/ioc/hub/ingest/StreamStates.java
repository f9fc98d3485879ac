// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Graph.RunState;
import vn.ioc.integrations.change.StreamId;

/** Reads how the streams fare. Methods throw {@link IngestException} when the store is away. */
public final class StreamStates {
    private static final String STREAMS = "MATCH (c:Checkpoint) RETURN c ORDER BY c.stream";
    private static final String RUNS = "MATCH (r:SourceRun) WHERE r.source = $source AND r.startedAt IS NOT NULL "
            + "AND ($stream IS NULL OR r.stream = $stream) RETURN r ORDER BY r.startedAt DESC, r.id LIMIT $first";
    private final Reading reading;

    public StreamStates(Driver driver) {
        this.reading = new Reading(driver);
    }

    /** Every stream that was ever pulled. */
    public Map<StreamId, StreamState> all() {
        Map<StreamId, StreamState> states = new TreeMap<>(Comparator.comparing(StreamId::toString));
        reading.all(STREAMS, Map.of()).stream().map(row -> state(row.get("c"))).forEach(s -> states.put(s.stream(), s));
        return states;
    }

    /** Runs of a source, or of one of its streams, the newest first. @param stream null = all */
    public List<SourceRun> runs(String source, @Nullable String stream, int first) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("source", source);
        parameters.put("stream", stream);
        parameters.put("first", first);
        return reading.all(RUNS, parameters).stream()
                .map(row -> run(row.get("r")))
                .toList();
    }

    private static StreamState state(Value book) {
        Optional<RunState> state = text(book, "state").map(RunState::valueOf);
        return new StreamState(
                new StreamId(book.get("source").asString(), book.get("name").asString()),
                state,
                Reading.findInstant(book.get("succeededAt")),
                state.filter(RunState.FAILED::equals).isPresent()
                        ? text(book, "problem").orElse("")
                        : "",
                new Checkpoint(book.get("cursor").asString(""), book.get("poll").asLong(0)),
                Counts.of(book),
                NameCounts.read(book, "unknown"),
                NameCounts.read(book, "broken"),
                Reading.findInstant(book.get("pausedAt")),
                text(book, "stopped").orElse(""),
                book.get("heldAt").isNull()
                        ? Optional.empty()
                        : Optional.of(new HeldSweep(
                                book.get("heldMissing").asLong(),
                                book.get("heldKnown").asLong(),
                                Reading.instant(book.get("heldAt")))));
    }

    private static SourceRun run(Value r) {
        return new SourceRun(
                r.get("id").asString(),
                r.get("source").asString(),
                r.get("stream").asString(),
                text(r, "kind").map(SourceRun.Kind::valueOf).orElse(SourceRun.Kind.PULL),
                RunState.valueOf(r.get("state").asString()),
                Reading.instant(r.get("startedAt")),
                Reading.findInstant(r.get("endedAt")),
                r.get("problem").asString(""),
                Counts.of(r));
    }

    private static Optional<String> text(Value book, String property) {
        return book.get(property).isNull()
                ? Optional.empty()
                : Optional.of(book.get(property).asString());
    }
}
