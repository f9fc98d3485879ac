// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.schema.RecordLink;

/**
 * Makes a record's relationships those that its facts name. Where both ends declare a relationship, each end marks what
 * it claims, and the relationship goes when neither does.
 */
final class LinkWriter {
    /** Finds both ends of each row; the hints hold also on a store that was empty when the plan was made. */
    static final String ENDS = "UNWIND $rows AS r MATCH (s:Entity {uid: r.s}) USING INDEX SEEK s:Entity(uid) "
            + "MATCH (t:Entity {uid: r.t}) USING INDEX SEEK t:Entity(uid) ";

    private static final String CREATE = ENDS + "CREATE (s)-[:$(r.type)]->(t)";

    private final Shapes shapes;
    private final Projector projector;

    LinkWriter(Shapes shapes, Projector projector) {
        this.shapes = shapes;
        this.projector = projector;
    }

    /** Writers meet in one order: by (end, start). */
    static final Comparator<Map<String, Object>> BY_TARGET = Comparator.comparing(r -> r.get("t") + "\n" + r.get("s"));

    /** Property of a relationship that the record at its start, or at its end, claims. */
    static String claim(boolean out) {
        return out ? "claimedByStart" : "claimedByEnd";
    }

    /** What happens to relationships of one type; rows are sorted by (end, start). */
    private record Batch(String type, boolean out, boolean add) implements Comparable<Batch> {
        private static final Comparator<Batch> ORDER =
                Comparator.comparing(Batch::type).thenComparing(Batch::out).thenComparing(Batch::add);

        @Override
        public int compareTo(Batch other) {
            return ORDER.compare(this, other);
        }
    }

    private record Ends(String start, String end) implements Comparable<Ends> {
        private static final Comparator<Ends> ORDER =
                Comparator.comparing(Ends::end).thenComparing(Ends::start);

        @Override
        public int compareTo(Ends other) {
            return ORDER.compare(this, other);
        }
    }

    /** @return uids of other records that the changed relationships change too */
    Set<String> write(SimpleQueryRunner tx, Collection<Working> records) {
        Map<Batch, Set<Ends>> batches = new TreeMap<>();
        Set<String> others = new TreeSet<>();
        for (Working record : records) {
            Set<Edge> desired = projector.edges(record);
            for (Edge edge : record.claimed) {
                if (!desired.contains(edge)) {
                    batch(batches, record, edge, false);
                    changed(record, edge, others);
                }
            }
            for (Edge edge : desired) {
                if (!record.claimed.contains(edge)) {
                    batch(batches, record, edge, true);
                    changed(record, edge, others);
                }
            }
            record.claimed.clear();
            record.claimed.addAll(desired);
        }
        List<Map<String, Object>> created = new ArrayList<>();
        batches.forEach((batch, ends) -> {
            if (batch.add() && !shapes.shared(batch.type())) {
                created.addAll(rows(batch, ends));
            } else {
                tx.run(statement(batch), Map.of("rows", rows(batch, ends))).consume();
            }
        });
        if (!created.isEmpty()) {
            created.sort(BY_TARGET);
            tx.run(CREATE, Map.of("rows", created)).consume();
        }
        return others;
    }

    private static void batch(Map<Batch, Set<Ends>> batches, Working record, Edge edge, boolean add) {
        Ends ends = edge.out() ? new Ends(record.uid, edge.other()) : new Ends(edge.other(), record.uid);
        batches.computeIfAbsent(new Batch(edge.type(), edge.out(), add), b -> new TreeSet<>())
                .add(ends);
    }

    private void changed(Working record, Edge edge, Set<String> others) {
        record.shape.linkOf(edge).map(RecordLink::name).ifPresent(record.changedLinks::add);
        shapes.find(edge.otherType())
                .filter(other -> other.dependsOn(edge.type(), !edge.out()))
                .ifPresent(other -> others.add(edge.other()));
    }

    private String statement(Batch batch) {
        String match = ENDS + "MATCH (s)-[k:" + batch.type() + "]->(t) ";
        String mine = "k." + claim(batch.out());
        String theirs = "k." + claim(!batch.out());
        if (!shapes.shared(batch.type())) {
            return match + "DELETE k";
        }
        return batch.add()
                ? ENDS + "MERGE (s)-[k:" + batch.type() + "]->(t) SET " + mine + " = true"
                : match + "REMOVE " + mine + " FOREACH (x IN CASE WHEN " + theirs
                        + " IS NULL THEN [1] ELSE [] END | DELETE k)";
    }

    private static List<Map<String, Object>> rows(Batch batch, Set<Ends> ends) {
        return ends.stream()
                .map(e -> Map.<String, Object>of("s", e.start(), "t", e.end(), "type", batch.type()))
                .toList();
    }
}
