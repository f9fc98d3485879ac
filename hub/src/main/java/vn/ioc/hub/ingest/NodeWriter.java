// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.schema.Properties;

/** Writes what records of one type become: properties, label, and the relationships to their areas. */
final class NodeWriter {
    private static final String SET =
            "UNWIND $rows AS r MATCH (n:Entity {uid: r.uid}) USING INDEX SEEK n:Entity(uid) SET n += r.set";

    void write(SimpleQueryRunner tx, TypeShape shape, Collection<Working> records, Instant at) {
        List<Map<String, Object>> shown = new ArrayList<>();
        List<Map<String, Object>> hidden = new ArrayList<>();
        for (Working record : records) {
            Projected after = record.after();
            boolean told = told(record);
            if (after.set().isEmpty() && !told) {
                continue;
            }
            Map<String, @Nullable Object> set = new HashMap<>(after.set());
            if (told) {
                set.put(Properties.UPDATED_AT, after.inherited().sector() == null ? null : Stored.moment(at));
            }
            (after.visible() ? shown : hidden).add(Map.of("uid", record.uid, "set", set, "label", shape.name()));
        }
        run(tx, SET + ", n:$(r.label)", shown);
        run(tx, SET + " REMOVE n:$(r.label)", hidden);
        area(tx, records, Properties.PLACE, Properties.IN_PLACE);
        area(tx, records, Properties.PLACE_NOW, Properties.IN_PLACE_NOW);
    }

    /** Whether something changed that readers can see. */
    static boolean told(Working record) {
        Projected after = record.after();
        return after.visible() != record.visibleBefore || !after.changed().isEmpty();
    }

    private static void area(SimpleQueryRunner tx, Collection<Working> records, String property, String relationship) {
        List<Map<String, Object>> gone = new ArrayList<>();
        List<Map<String, Object>> come = new ArrayList<>();
        for (Working record : records) {
            if (record.after().set().containsKey(property)) {
                row(record, record.before.get(property), gone);
                row(record, record.after().set().get(property), come);
            }
        }
        gone.sort(LinkWriter.BY_TARGET);
        come.sort(LinkWriter.BY_TARGET);
        run(tx, LinkWriter.ENDS + "MATCH (s)-[k:" + relationship + "]->(t) DELETE k", gone);
        run(tx, LinkWriter.ENDS + "CREATE (s)-[:" + relationship + "]->(t)", come);
    }

    private static void row(Working record, @Nullable Object area, List<Map<String, Object>> rows) {
        if (area != null) {
            rows.add(Map.of("s", record.uid, "t", Objects.toString(area)));
        }
    }

    private static void run(SimpleQueryRunner tx, String statement, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            tx.run(statement, Map.of("rows", rows)).consume();
        }
    }
}
