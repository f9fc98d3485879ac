// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.schema.RecordLink;

/** Keeps what streams say: one {@code :Assertion} for each accepted version, {@code :Current} while it is the newest. */
final class FactWriter {
    private static final String HEADS = "UNWIND $uids AS u MATCH (a:Current {uid: u}) USING INDEX a:Current(uid) "
            + "WHERE a.source = $source AND a.stream = $stream "
            + "RETURN u AS uid, a.version AS version, a.hash AS hash";
    private static final String MOVE = "UNWIND $rows AS r MATCH (a:Assertion {id: r.id}) SET a += r.head";
    private static final String CLOSE = "UNWIND $ids AS i MATCH (a:Assertion {id: i}) "
            + "SET a.recordedTo = $now REMOVE a:Current WITH a MATCH (a)-[s]->(:Entity) SET s.recordedTo = $now";
    private static final String CREATE = "UNWIND $rows AS r CREATE (a:Assertion) SET a = r.node, a.recordedFrom = $now "
            + "FOREACH (x IN CASE WHEN r.current THEN [1] ELSE [] END | SET a:Current) "
            + "FOREACH (x IN CASE WHEN r.current THEN [] ELSE [1] END | SET a.recordedTo = $now)";
    private static final String LINKS =
            "UNWIND $rows AS r MATCH (a:Assertion {id: r.a}) USING INDEX SEEK a:Assertion(id) "
                    + "MATCH (t:Entity {uid: r.t}) USING INDEX SEEK t:Entity(uid) "
                    + "CREATE (a)-[:$(r.type) {link: r.link, recordedFrom: $now, "
                    + "recordedTo: CASE WHEN r.current THEN null ELSE $now END}]->(t)";

    private final Shapes shapes;

    FactWriter(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Version and hash of what the stream said last of a record. */
    record Head(long version, String hash) {}

    Map<String, Head> heads(SimpleQueryRunner tx, StreamId stream, Collection<String> uids) {
        Map<String, Head> heads = new HashMap<>();
        tx.run(HEADS, Map.of("uids", List.copyOf(uids), "source", stream.source(), "stream", stream.stream()))
                .forEachRemaining(row -> heads.put(
                        row.get("uid").asString(),
                        new Head(row.get("version").asLong(), row.get("hash").asString())));
        return heads;
    }

    /** What one page adds to the facts, in order. */
    static final class Batch {
        private final List<Fact> moved = new ArrayList<>();
        private final List<String> closed = new ArrayList<>();
        private final Map<String, Fact> created = new TreeMap<>();
        private final List<Fact> passed = new ArrayList<>();

        /** The same content at a newer version. */
        void move(Fact fact) {
            if (created.containsKey(fact.uid())) {
                created.put(fact.uid(), fact);
            } else {
                moved.removeIf(f -> f.uid().equals(fact.uid()));
                moved.add(fact);
            }
        }

        /** A new version; one of the same page before it was current for no time at all. */
        void accept(java.util.Optional<Fact> before, Fact fact) {
            Fact earlier = created.put(fact.uid(), fact);
            if (earlier != null) {
                passed.add(earlier);
            } else {
                before.ifPresent(f -> closed.add(f.id()));
            }
        }
    }

    void write(SimpleQueryRunner tx, Batch batch, Instant at) {
        Object now = Stored.moment(at);
        if (!batch.moved.isEmpty()) {
            tx.run(MOVE, Map.of("rows", rows(batch.moved, f -> Map.of("id", f.id(), "head", f.head()))))
                    .consume();
        }
        if (!batch.closed.isEmpty()) {
            tx.run(CLOSE, Map.of("ids", batch.closed, "now", now)).consume();
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        batch.passed.forEach(f -> rows.add(Map.of("node", f.properties(), "current", false)));
        batch.created.values().forEach(f -> rows.add(Map.of("node", f.properties(), "current", true)));
        if (!rows.isEmpty()) {
            tx.run(CREATE, Map.of("rows", rows, "now", now)).consume();
            links(tx, batch, now);
        }
    }

    private void links(SimpleQueryRunner tx, Batch batch, Object now) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Fact> facts = new ArrayList<>(batch.passed);
        facts.addAll(batch.created.values());
        for (Fact fact : facts) {
            boolean current = batch.created.get(fact.uid()) == fact;
            for (RecordLink link : shapes.ofUid(fact.uid()).links()) {
                for (String target : fact.links().getOrDefault(link.name(), List.of())) {
                    rows.add(Map.of(
                            "a",
                            fact.id(),
                            "t",
                            target,
                            "type",
                            Fact.LINK + link.type(),
                            "link",
                            link.name(),
                            "current",
                            current));
                }
            }
        }
        if (!rows.isEmpty()) {
            rows.sort(Comparator.comparing(r -> r.get("t") + "\n" + r.get("a")));
            tx.run(LINKS, Map.of("rows", rows, "now", now)).consume();
        }
    }

    private static List<Map<String, Object>> rows(
            List<Fact> facts, java.util.function.Function<Fact, Map<String, Object>> row) {
        return facts.stream().map(row).toList();
    }
}
