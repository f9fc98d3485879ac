// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.StreamId;

/** How far each stream was read and what came of it: {@code :Checkpoint} for the stream, {@code :SourceRun} for a pull. */
final class StreamBook {
    /** Names of fields that nobody takes are kept up to this number. */
    private static final int NAMES = 200;

    private static final String READ = "MATCH (c:Checkpoint {stream: $stream}) RETURN properties(c) AS book";
    private static final String MERGE = "MERGE (c:Checkpoint {stream: $stream}) "
            + "ON CREATE SET c.source = $source, c.name = $name, c.cursor = '', c.poll = 0, " + zero("c") + " ";
    private static final String TURN = MERGE + "SET c.cursor = $cursor, c.poll = $poll, c.page = $page, "
            + "c.unknownFields = $fields, c.unknownCounts = $counts, " + add("c")
            + ", c.refused = coalesce(c.refused, 0) + $refused";
    private static final String RUN_ADD = "MERGE (r:SourceRun {id: $run}) "
            + "ON CREATE SET r.source = $source, r.stream = $name, r.startedAt = $now, r.state = 'STARTED', "
            + zero("r")
            + " SET " + add("r");
    private static final String RESET = MERGE + "SET c.cursor = '', c.unknownFields = [], c.unknownCounts = [], "
            + "c.refused = 0, " + zero("c") + " REMOVE c.page";

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
    static boolean turn(SimpleQueryRunner tx, Page page, Graph.Receipt receipt, Instant now) {
        Map<String, Object> book = read(tx, page.stream());
        String fingerprint = fingerprint(page);
        if (fingerprint.equals(book.get("page"))) {
            return false;
        }
        Map<String, Long> unknown = unknown(book, page.unknownFields());
        Map<String, Object> values = new HashMap<>(names(page.stream()));
        values.put("cursor", page.checkpoint().cursor());
        values.put("poll", page.checkpoint().poll());
        values.put("page", fingerprint);
        values.put("fields", List.copyOf(unknown.keySet()));
        values.put("counts", List.copyOf(unknown.values()));
        values.put("run", page.run());
        values.put("now", Stored.moment(now));
        values.put("read", page.changes().size() + page.rejections().size() + page.refused() + page.excluded());
        values.put("changed", receipt.accepted());
        values.put("unchanged", receipt.unchanged());
        values.put("stale", receipt.stale());
        values.put("rejected", receipt.rejected());
        values.put("refused", page.refused());
        values.put("excluded", page.excluded());
        tx.run(TURN, values).consume();
        tx.run(RUN_ADD, values).consume();
        return true;
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
        tx.run(MERGE + "SET c.state = $state, c.run = $run, c.problem = $problem, c." + when + " = $now", values)
                .consume();
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

    private static Map<String, Long> unknown(Map<String, Object> book, Map<String, Long> further) {
        Map<String, Long> all = new TreeMap<>();
        if (book.get("unknownFields") instanceof List<?> names && book.get("unknownCounts") instanceof List<?> counts) {
            for (int i = 0; i < names.size(); i++) {
                all.put(String.valueOf(names.get(i)), (Long) counts.get(i));
            }
        }
        new TreeMap<>(further).forEach((name, count) -> {
            if (all.containsKey(name) || all.size() < NAMES) {
                all.merge(name, count, Long::sum);
            }
        });
        return all;
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
        return each("%1$s.%2$s = %1$s.%2$s + $%2$s", node);
    }

    private static String each(String pattern, String node) {
        return List.of("read", "changed", "unchanged", "stale", "rejected", "excluded").stream()
                .map(counter -> pattern.formatted(node, counter))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }
}
