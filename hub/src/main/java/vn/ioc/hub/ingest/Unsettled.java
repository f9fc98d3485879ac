// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;

/**
 * What is still to be placed anew: {@code :Unsettled} nodes, written in the transaction that made it necessary and gone
 * with the one that did it. {@code all}: every record, in the order of uids; {@code through}: whatever a record places;
 * {@code some}: the records named.
 */
final class Unsettled {
    private static final String ALL = "MERGE (x:Unsettled {id: 'all'}) SET x.after = ''";
    private static final String THROUGH =
            "UNWIND $uids AS u MERGE (x:Unsettled {id: 'through ' + u}) SET x.through = u";
    private static final String SOME =
            "UNWIND $chunks AS c CREATE (x:Unsettled {id: 'some ' + randomUUID()}) " + "SET x.uids = c";
    private static final String NEXT = "MATCH (x:Unsettled) WITH x ORDER BY x.id LIMIT 1 SET x.lock = true "
            + "RETURN x.id AS id, x.after AS after, x.through AS through, x.uids AS uids";
    private static final String DONE = "MATCH (x:Unsettled {id: $id}) DELETE x";
    private static final String AFTER = "MATCH (x:Unsettled {id: 'all'}) SET x.after = $after";
    private static final String PAGE = "MATCH (n:" + Properties.ENTITY + ") WHERE n.uid > $after "
            + "RETURN n.uid AS uid ORDER BY n.uid LIMIT $limit";

    private Unsettled() {}

    static void all(SimpleQueryRunner tx) {
        tx.run(ALL).consume();
    }

    static void through(SimpleQueryRunner tx, Collection<String> uids) {
        if (!uids.isEmpty()) {
            tx.run(THROUGH, Map.of("uids", uids.stream().sorted().toList())).consume();
        }
    }

    /**
     * Takes the next step's records and strikes them out.
     *
     * @return records to place anew, possibly none; empty when everything is settled
     */
    static Optional<List<String>> next(SimpleQueryRunner tx, Shapes shapes, int limit) {
        return tx.run(NEXT).stream().findFirst().map(row -> {
            String id = row.get("id").asString();
            if (!row.get("through").isNull()) {
                expand(tx, shapes, row.get("through").asString(), limit);
            } else if (!row.get("after").isNull()) {
                List<String> uids = tx.run(
                                PAGE, Map.of("after", row.get("after").asString(), "limit", limit))
                        .list(r -> r.get("uid").asString());
                if (uids.size() == limit) {
                    tx.run(AFTER, Map.of("after", uids.getLast())).consume();
                    return uids;
                }
                tx.run(DONE, Map.of("id", id)).consume();
                return uids;
            }
            tx.run(DONE, Map.of("id", id)).consume();
            return row.get("uids").isNull() ? List.of() : row.get("uids").asList(Value::asString);
        });
    }

    /** All records that one record places, cut into steps in one pass. */
    private static void expand(SimpleQueryRunner tx, Shapes shapes, String uid, int limit) {
        List<String> found = shapes.placedThrough(shapes.ofUid(uid).name()).stream()
                .flatMap(shape -> placed(tx, shape, uid))
                .toList();
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < found.size(); from += limit) {
            chunks.add(found.subList(from, Math.min(from + limit, found.size())));
        }
        if (!chunks.isEmpty()) {
            tx.run(SOME, Map.of("chunks", chunks)).consume();
        }
    }

    private static Stream<String> placed(SimpleQueryRunner tx, TypeShape shape, String uid) {
        RecordLink link = shape.through().orElseThrow();
        String pattern = link.out() ? "<-[:" + link.type() + "]-" : "-[:" + link.type() + "]->";
        return tx
                .run(
                        "MATCH (t:Entity {uid: $uid})" + pattern + "(n:Entity) WHERE n.uid STARTS WITH $type "
                                + "RETURN DISTINCT n.uid AS uid ORDER BY uid",
                        Map.of("uid", uid, "type", shape.name() + ":"))
                .stream()
                .map(row -> row.get("uid").asString());
    }
}
