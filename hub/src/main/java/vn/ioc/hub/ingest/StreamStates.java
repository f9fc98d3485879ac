// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import vn.ioc.integrations.change.Graph.RunState;
import vn.ioc.integrations.change.StreamId;

/** Reads how the streams fare and what was rejected. Methods throw {@link IngestException} when the store is away. */
public final class StreamStates {
    private static final String STREAMS = "MATCH (c:Checkpoint) RETURN c ORDER BY c.stream";
    private static final String REJECTIONS = "MATCH (x:Rejection) WHERE $source IS NULL OR x.source = $source "
            + "RETURN x ORDER BY x.lastSeen DESC, x.id LIMIT $first";
    private static final String HASHES =
            "MATCH (a:Current) WHERE a.uid IN $uids AND a.source = $source RETURN [a.uid, a.hash]";

    private final Driver driver;

    public StreamStates(Driver driver) {
        this.driver = driver;
    }

    /** Every stream that was ever pulled. */
    public Map<StreamId, StreamState> all() {
        Map<StreamId, StreamState> states = new TreeMap<>(java.util.Comparator.comparing(StreamId::toString));
        read(STREAMS, Map.of()).stream().map(StreamStates::state).forEach(s -> states.put(s.stream(), s));
        return states;
    }

    /** Rejections, the last seen first. */
    public List<KeptRejection> rejections(Optional<String> source, int first) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("source", source.orElse(null));
        parameters.put("first", first);
        return read(REJECTIONS, parameters).stream()
                .map(x -> new KeptRejection(
                        x.get("source").asString(),
                        x.get("stream").asString(),
                        x.get("reason").asString(),
                        x.get("path").asString(""),
                        x.get("message").asString(),
                        x.get("position").asString(""),
                        instant(x.get("firstSeen")),
                        instant(x.get("lastSeen"))))
                .toList();
    }

    /** Hash of the newest accepted version of each of these records in a source, by uid; absent = none accepted. */
    public Map<String, String> hashes(String source, Collection<String> uids) {
        Map<String, String> hashes = new HashMap<>();
        read(HASHES, Map.of("uids", List.copyOf(uids), "source", source))
                .forEach(pair -> hashes.put(pair.get(0).asString(), pair.get(1).asString()));
        return hashes;
    }

    private List<Value> read(String statement, Map<String, Object> parameters) {
        try {
            return driver
                    .executableQuery(statement)
                    .withParameters(parameters)
                    .withConfig(org.neo4j.driver.QueryConfig.builder()
                            .withRouting(RoutingControl.READ)
                            .build())
                    .execute()
                    .records()
                    .stream()
                    .map(row -> row.get(0))
                    .toList();
        } catch (Neo4jException e) {
            throw new IngestException(IngestException.Reason.STORE, "the state of the sources cannot be read", e);
        }
    }

    private static StreamState state(Value book) {
        Optional<RunState> state = text(book, "state").map(RunState::valueOf);
        return new StreamState(
                new StreamId(book.get("source").asString(), book.get("name").asString()),
                state,
                book.get("succeededAt").isNull() ? Optional.empty() : Optional.of(instant(book.get("succeededAt"))),
                state.filter(RunState.FAILED::equals).isPresent()
                        ? text(book, "problem").orElse("")
                        : "",
                book.get("read").asLong(0),
                book.get("changed").asLong(0),
                book.get("unchanged").asLong(0),
                book.get("rejected").asLong(0),
                book.get("refused").asLong(0),
                book.get("excluded").asLong(0),
                book.get("unknownFields").isNull()
                        ? List.of()
                        : book.get("unknownFields").asList(Value::asString));
    }

    private static Optional<String> text(Value book, String property) {
        return book.get(property).isNull()
                ? Optional.empty()
                : Optional.of(book.get(property).asString());
    }

    private static Instant instant(Value moment) {
        ZonedDateTime time = moment.asZonedDateTime();
        return time.toInstant();
    }
}
