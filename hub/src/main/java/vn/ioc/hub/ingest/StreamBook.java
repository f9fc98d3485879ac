// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/** How far each stream was read and what came of it: {@code :Checkpoint} for the stream, {@code :SourceRun} for a pull. */
final class StreamBook {
    private static final String READ = "MATCH (c:Checkpoint {stream: $stream}) RETURN properties(c) AS book";
    private static final String MERGE = "MERGE (c:Checkpoint {stream: $stream}) "
            + "ON CREATE SET c.source = $source, c.name = $name, c.cursor = '', c.poll = 0, " + zero("c") + " ";
    private static final String DRIFT = "c.unknownFields = $unknownFields, c.unknownCounts = $unknownCounts, "
            + "c.brokenFields = $brokenFields, c.brokenCounts = $brokenCounts";
    private static final String TURN =
            MERGE + "SET c.cursor = $cursor, c.poll = $poll, c.page = $page, " + DRIFT + ", " + add("c");
    private static final String RUN_ADD = "MERGE (r:SourceRun {id: $run}) "
            + "ON CREATE SET r.source = $source, r.stream = $name, r.startedAt = $now, r.state = 'STARTED', "
            + zero("r")
            + " SET " + add("r");
    private static final String RESET = MERGE + "SET c.cursor = '', c.unknownFields = [], c.unknownCounts = [], "
            + "c.brokenFields = [], c.brokenCounts = [], " + zero("c") + " REMOVE c.page, c.stopped";
    private static final String STOP = MERGE + "SET c.stopped = $problem, " + DRIFT;
    private static final String PAUSE = MERGE + "SET c.pausedAt = coalesce(c.pausedAt, $now)";
    private static final String GO_ON = "MATCH (c:Checkpoint {stream: $stream}) REMOVE c.stopped";
    private static final String RESUME = GO_ON + ", c.pausedAt";
    private static final String HALTED = "MATCH (c:Checkpoint {stream: $stream}) "
            + "WHERE c.stopped IS NOT NULL OR c.pausedAt IS NOT NULL RETURN c.stream";
    private static final String REPLAY = "CREATE (r:SourceRun {id: $run}) SET r.source = $source, r.stream = $name, "
            + "r.kind = 'REPLAY', r.state = 'SUCCEEDED', r.startedAt = $now, r.endedAt = $now, r.problem = '', "
            + zero("r") + " SET " + add("r");

    /** Runs of a stream that are kept whatever they did; of older ones those that found nothing new go, the others after 90 days. */
    private static final int KEPT_RUNS = 100;

    private static final Duration KEPT_CHANGES = Duration.ofDays(90);
    /** How many pulls begin between two clearings. */
    private static final int CLEARING = 50;

    private static final String CLEAR = "MATCH (r:SourceRun {source: $source}) WHERE r.startedAt IS NOT NULL "
            + "AND r.stream = $name WITH r ORDER BY r.startedAt DESC SKIP $kept WITH r WHERE r.startedAt < $old "
            + "OR (r.state = 'SUCCEEDED' AND r.changed + r.rejected + r.refused = 0) WITH r LIMIT 1000 DELETE r";

    private StreamBook() {}

    static Checkpoint checkpoint(SimpleQueryRunner tx, StreamId stream) {
        Map<String, Object> book = read(tx, stream);
        return book.isEmpty()
                ? Checkpoint.START
                : new Checkpoint(String.valueOf(book.getOrDefault("cursor", "")), (Long) book.getOrDefault("poll", 0L));
    }

    /**
     * Counts a page and moves the checkpoint. A page that was taken before, word for word, counts once.
     *
     * @return whether the page is new
     */
    static boolean turn(SimpleQueryRunner tx, Page page, Graph.Receipt receipt, List<Rejected> rejected, Instant now) {
        Map<String, Object> book = read(tx, page.stream());
        String fingerprint = fingerprint(page);
        if (fingerprint.equals(book.get("page"))) {
            return false;
        }
        Map<String, Object> values = new HashMap<>(names(page.stream()));
        values.put("cursor", page.checkpoint().cursor());
        values.put("poll", page.checkpoint().poll());
        values.put("page", fingerprint);
        drift(values, book, page.unknownFields(), rejected);
        values.put("run", page.run());
        values.put("now", Stored.moment(now));
        values.put("read", page.changes().size() + page.rejections().size() + page.refused() + page.excluded());
        receipt(values, receipt);
        values.put("refused", page.refused());
        values.put("excluded", page.excluded());
        tx.run(TURN, values).consume();
        tx.run(RUN_ADD, values).consume();
        return true;
    }

    /** Counts a replay of rejections, which moves no checkpoint. */
    static void replayed(
            SimpleQueryRunner tx, StreamId stream, String run, long read, Graph.Receipt receipt, Instant now) {
        Map<String, Object> values = new HashMap<>(names(stream));
        values.put("run", run);
        values.put("now", Stored.moment(now));
        values.put("read", read);
        receipt(values, receipt);
        values.put("refused", 0);
        values.put("excluded", 0);
        tx.run(REPLAY, values).consume();
    }

    /** No lease is given from now on, until {@link #goOn}. */
    static void stop(SimpleQueryRunner tx, StreamId stream, List<Rejected> rejected, String problem) {
        Map<String, Object> values = new HashMap<>(names(stream));
        values.put("problem", problem);
        drift(values, read(tx, stream), Map.of(), rejected);
        tx.run(STOP, values).consume();
    }

    /** No lease is given from now on, until {@link #resume}. */
    static void pause(SimpleQueryRunner tx, StreamId stream, Instant now) {
        Map<String, Object> values = new HashMap<>(names(stream));
        values.put("now", Stored.moment(now));
        tx.run(PAUSE, values).consume();
    }

    /** Ends a stop, not a pause. */
    static void goOn(SimpleQueryRunner tx, StreamId stream) {
        tx.run(GO_ON, names(stream)).consume();
    }

    /** Ends a pause, and a stop. */
    static void resume(SimpleQueryRunner tx, StreamId stream) {
        tx.run(RESUME, names(stream)).consume();
    }

    static boolean halted(SimpleQueryRunner tx, StreamId stream) {
        return tx.run(HALTED, names(stream)).hasNext();
    }

    /** Forgets cursor and counts; the number of complete polls goes on, since it orders versions. */
    static void reset(SimpleQueryRunner tx, StreamId stream) {
        tx.run(RESET, names(stream)).consume();
    }

    static void note(
            SimpleQueryRunner tx, StreamId stream, String run, Graph.RunState state, String problem, Instant now) {
        Map<String, Object> values = new HashMap<>(names(stream));
        values.put("run", run);
        values.put("state", state.name());
        values.put("problem", problem);
        values.put("now", Stored.moment(now));
        String when = switch (state) {
            case STARTED -> "startedAt";
            case SUCCEEDED -> "succeededAt";
            case FAILED -> "failedAt";
        };
        long begun = tx.run(
                        MERGE + "SET c.state = $state, c.run = $run, c.problem = $problem, c." + when + " = $now"
                                + (state == Graph.RunState.STARTED ? ", c.runs = coalesce(c.runs, 0) + 1" : "")
                                + " RETURN coalesce(c.runs, 0) AS runs",
                        values)
                .single()
                .get("runs")
                .asLong();
        if (state == Graph.RunState.STARTED && begun % CLEARING == 0) {
            values.put("kept", KEPT_RUNS);
            values.put("old", Stored.moment(now.minus(KEPT_CHANGES)));
            tx.run(CLEAR, values).consume();
        }
        tx.run(
                        "MERGE (r:SourceRun {id: $run}) ON CREATE SET r.source = $source, r.stream = $name, "
                                + "r.startedAt = $now, " + zero("r") + " SET r.state = $state, r.problem = $problem"
                                + (state == Graph.RunState.STARTED ? "" : ", r.endedAt = $now"),
                        values)
                .consume();
    }

    private static Map<String, Object> read(SimpleQueryRunner tx, StreamId stream) {
        return tx.run(READ, Map.of("stream", stream.toString())).stream()
                .findFirst()
                .map(row -> row.get("book").asMap())
                .orElse(Map.of());
    }

    private static Map<String, Object> names(StreamId stream) {
        return Map.of("stream", stream.toString(), "source", stream.source(), "name", stream.stream());
    }

    private static void receipt(Map<String, Object> values, Graph.Receipt receipt) {
        values.put("changed", receipt.accepted());
        values.put("unchanged", receipt.unchanged());
        values.put("stale", receipt.stale());
        values.put("rejected", receipt.rejected());
    }

    private static void drift(
            Map<String, Object> values, Map<String, Object> book, Map<String, Long> unknown, List<Rejected> rejected) {
        Map<String, Long> broken = new TreeMap<>();
        rejected.stream()
                .filter(r -> r.reason() == Rejected.Reason.MISSING || r.reason() == Rejected.Reason.CONVERSION)
                .forEach(r -> broken.merge(r.path(), 1L, Long::sum));
        put(values, "unknown", NameCounts.sum(NameCounts.read(book, "unknown"), unknown));
        put(values, "broken", NameCounts.sum(NameCounts.read(book, "broken"), broken));
    }

    private static void put(Map<String, Object> values, String what, Map<String, Long> counts) {
        values.put(what + "Fields", List.copyOf(counts.keySet()));
        values.put(what + "Counts", List.copyOf(counts.values()));
    }

    private static String fingerprint(Page page) {
        Digest digest = new Digest()
                .add(page.run(), page.checkpoint().cursor(), page.checkpoint().poll(), page.refused(), page.excluded());
        page.changes().forEach(c -> digest.add(c.key(), c.version(), c.hash()));
        page.rejections().forEach(r -> digest.add(r.position(), r.key(), r.reason()));
        return digest.hex();
    }

    private static String zero(String node) {
        return each("%1$s.%2$s = 0", node);
    }

    private static String add(String node) {
        return each("%1$s.%2$s = coalesce(%1$s.%2$s, 0) + $%2$s", node);
    }

    private static String each(String pattern, String node) {
        return List.of("read", "changed", "unchanged", "stale", "rejected", "refused", "excluded").stream()
                .map(counter -> pattern.formatted(node, counter))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }
}
