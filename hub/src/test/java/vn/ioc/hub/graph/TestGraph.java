// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.ingest.GraphSchema;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;

/** Writes records the way the writing side does, into the wiped graph of the tests. */
public final class TestGraph {
    private static final int CHUNK = 2_000;

    private final RecordModel model;
    private final Driver driver = Stores.driver();

    public TestGraph(RecordModel model) {
        this.model = model;
    }

    /** An empty graph with the indexes of the hub. */
    public TestGraph fresh() {
        Stores.wipeGraph();
        GraphSchema.ensure(driver, model, Duration.ofSeconds(60));
        return this;
    }

    public TestGraph write(Collection<TestRecord> records) {
        try (Session session = driver.session()) {
            List<Map<String, Object>> nodes = records.stream()
                    .map(r ->
                            Map.<String, Object>of("uid", r.uid(), "type", r.type(), "properties", r.properties(model)))
                    .toList();
            for (int from = 0; from < nodes.size(); from += CHUNK) {
                session.run(
                                "UNWIND $rows AS r MERGE (n:Entity {uid: r.uid}) SET n:$(r.type) SET n += r.properties",
                                Map.of("rows", nodes.subList(from, Math.min(nodes.size(), from + CHUNK))))
                        .consume();
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            for (TestRecord r : records) {
                r.links().forEach((name, targets) -> {
                    RecordLink link = model.type(r.type()).findLink(name).orElseThrow();
                    targets.forEach(t -> rows.add(
                            Map.of("s", link.out() ? r.uid() : t, "t", link.out() ? t : r.uid(), "type", link.type())));
                });
                place(rows, r.uid(), r.place(), Properties.IN_PLACE);
                place(rows, r.uid(), r.placeNow(), Properties.IN_PLACE_NOW);
            }
            session.run(
                            "UNWIND $rows AS r MERGE (s:Entity {uid: r.s}) MERGE (t:Entity {uid: r.t})"
                                    + " MERGE (s)-[:$(r.type)]->(t)",
                            Map.of("rows", rows))
                    .consume();
        }
        return this;
    }

    /** Sets what areas cover. */
    public TestGraph covers(Map<String, Set<String>> covers) {
        try (Session session = driver.session()) {
            covers.forEach((uid, uids) -> session.run(
                            "MATCH (n:Entity {uid: $uid}) SET n.covers = $uids",
                            Map.of("uid", uid, "uids", List.copyOf(uids)))
                    .consume());
        }
        return this;
    }

    /** Statistics of indexes as after a long life, so that plans are those of a large graph's. */
    public TestGraph resampled() {
        try (Session session = driver.session()) {
            session.run("CALL db.resampleOutdatedIndexes()").consume();
            session.run("CALL db.awaitIndexes(60)").consume();
            session.run("CALL db.prepareForReplanning(60)").consume();
            session.run("CALL db.clearQueryCaches()").consume();
        }
        return this;
    }

    private static void place(List<Map<String, Object>> rows, String uid, String area, String relationship) {
        if (area != null) {
            rows.add(Map.of("s", uid, "t", area, "type", relationship));
        }
    }
}
