// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;
import vn.ioc.schema.Properties;

/** Locks records and reads them as they are. */
final class Records {
    private static final String LOCK = "UNWIND $rows AS r MERGE (n:Entity {uid: r.uid}) "
            + "FOREACH (x IN CASE WHEN r.lock THEN [1] ELSE [] END | SET n.lock = true)";
    private static final String INHERITED =
            "UNWIND $uids AS u MATCH (n:Entity {uid: u}) USING INDEX SEEK n:Entity(uid) "
                    + "RETURN u AS uid, labels(n) AS labels, n {.sector, .placeKey, .placeNowKey, .audience, ."
                    + Names.CLUES + "} AS node";

    private final Shapes shapes;
    private final String read;

    Records(Shapes shapes) {
        this.shapes = shapes;
        this.read = "UNWIND $uids AS u MATCH (n:Entity {uid: u}) USING INDEX SEEK n:Entity(uid) "
                + "RETURN u AS uid, properties(n) AS node, labels(n) AS labels, "
                + "COLLECT { MATCH (a:Current {uid: u}) USING INDEX a:Current(uid) RETURN {fact: properties(a), "
                + "links: COLLECT { MATCH (a)-[s]->(t:Entity) RETURN [s.link, t.uid] }} } AS facts, "
                + edges(true) + " AS outs, " + edges(false) + " AS ins";
    }

    /**
     * Makes sure of all nodes and locks the records among them, in the order of uids, so that writers meet in one order.
     * What is only a target of links may stay a placeholder: a bare {@code :Entity}.
     */
    void lock(SimpleQueryRunner tx, Collection<String> records, Collection<String> targets) {
        Set<String> all = new TreeSet<>(targets);
        all.addAll(records);
        Set<String> locked = new HashSet<>(records);
        List<Map<String, Object>> rows = all.stream()
                .map(uid -> Map.<String, Object>of("uid", uid, "lock", locked.contains(uid)))
                .toList();
        tx.run(LOCK, Map.of("rows", rows)).consume();
    }

    /** Records that this transaction has locked, by uid. */
    Map<String, Working> read(SimpleQueryRunner tx, Collection<String> uids) {
        Map<String, Working> found = new TreeMap<>();
        tx.run(read, Map.of("uids", List.copyOf(uids))).forEachRemaining(row -> {
            Working record = working(row);
            found.put(record.uid, record);
        });
        return found;
    }

    /** What records give to others, as committed or written in this transaction; absent ones are not in the result. */
    Map<String, Inherited> inherited(SimpleQueryRunner tx, Collection<String> uids) {
        Map<String, Inherited> found = new TreeMap<>();
        if (!uids.isEmpty()) {
            tx.run(INHERITED, Map.of("uids", List.copyOf(uids))).forEachRemaining(row -> {
                String uid = row.get("uid").asString();
                boolean visible = row.get("labels")
                        .asList(Value::asString)
                        .contains(shapes.ofUid(uid).name());
                found.put(uid, Working.inherited(row.get("node").asMap(), visible));
            });
        }
        return found;
    }

    /** Of all types together, so that one text, and one plan, serves every page. */
    private String edges(boolean out) {
        Set<String> types = new TreeSet<>();
        shapes.inOrder().forEach(shape -> types.addAll(shape.relationships(out)));
        if (types.isEmpty()) {
            return "[]";
        }
        String pattern = (out ? "-[r:" : "<-[r:") + String.join("|", types) + (out ? "]->" : "]-");
        return "COLLECT { MATCH (n)" + pattern + "(m:" + Properties.ENTITY
                + ") RETURN {type: type(r), other: m.uid, mine: r." + LinkWriter.claim(out)
                + ", theirs: r." + LinkWriter.claim(!out) + "} }";
    }

    private Working working(Record row) {
        String uid = row.get("uid").asString();
        TypeShape shape = shapes.ofUid(uid);
        Set<Edge> claimed = new TreeSet<>();
        Set<Edge> foreign = new TreeSet<>();
        edges(row.get("outs"), shape, true, claimed, foreign);
        edges(row.get("ins"), shape, false, claimed, foreign);
        return new Working(
                uid,
                shape,
                row.get("node").asMap(),
                row.get("labels").asList(Value::asString).contains(shape.name()),
                row.get("facts").asList(Fact::read),
                claimed,
                foreign);
    }

    private void edges(Value rows, TypeShape shape, boolean out, Set<Edge> claimed, Set<Edge> foreign) {
        Set<String> own = shape.relationships(out);
        for (Value row : rows.values()) {
            if (!own.contains(row.get("type").asString())) {
                continue;
            }
            Edge edge =
                    new Edge(row.get("type").asString(), out, row.get("other").asString());
            boolean shared = shapes.shared(edge.type());
            if (!shared || row.get("mine").asBoolean(false)) {
                claimed.add(edge);
            }
            if (shared && row.get("theirs").asBoolean(false)) {
                foreign.add(edge);
            }
        }
    }
}
