// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.Value;
import vn.ioc.hub.search.index.IndexRecord;
import vn.ioc.hub.search.index.IndexSource;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.hub.search.index.Through;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordType;

/**
 * Reads the graph for the index. Always from the leader of a cluster: what the outbox tells must be there already. Statements
 * are made once from the model; uids are parameters.
 */
public final class Neo4jIndexSource implements IndexSource {
    private final Driver driver;
    private final SearchModel model;
    private final IndexStatements statements;
    /** By type: relationship type and direction of each link that it is searched through. */
    private final Map<String, Set<Step>> through = new TreeMap<>();

    private record Step(String type, boolean out) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            return (type + out).compareTo(other.type + other.out);
        }
    }

    public Neo4jIndexSource(Driver driver, SearchModel model) {
        this.driver = driver;
        this.model = model;
        this.statements = new IndexStatements(model);
        for (RecordType type : model.types()) {
            Set<Step> steps = new TreeSet<>();
            for (RecordLink link : model.through(type)) {
                steps.add(new Step(link.type(), link.out()));
            }
            through.put(type.name(), steps);
        }
    }

    @Override
    public List<IndexRecord> read(Collection<String> uids) {
        Record answer =
                run(statements.read(), Map.of("uids", List.copyOf(uids))).getFirst();
        Map<String, Through> titles = titles(answer.get("titles"));
        List<IndexRecord> records = new ArrayList<>();
        for (Value row : answer.get("rows").values()) {
            records.add(entity(row, titles));
        }
        return records;
    }

    @Override
    public List<String> page(String after, int limit) {
        return run(statements.page(), Map.of("after", after, "limit", limit)).stream()
                .map(row -> row.get("uid").asString())
                .toList();
    }

    @Override
    public long count() {
        return run(statements.count(), Map.of()).getFirst().get("records").asLong();
    }

    @Override
    public List<Through> affected(Collection<String> uids) {
        Record answer =
                run(statements.affected(), Map.of("uids", List.copyOf(uids))).getFirst();
        return List.copyOf(titles(answer.get("titles")).values());
    }

    private IndexRecord entity(Value row, Map<String, Through> titles) {
        String uid = row.get("uid").asString();
        String type = row.get("type").asString();
        Map<String, Object> values = new HashMap<>();
        for (String name : row.get("values").keys()) {
            Value value = row.get("values").get(name);
            if (!value.isNull()) {
                values.put(name, value.asObject());
            }
        }
        Set<String> linked = new TreeSet<>();
        Set<Step> steps = through.getOrDefault(type, Set.of());
        for (Value edge : row.get("edges").values()) {
            if (steps.contains(new Step(edge.get(0).asString(), edge.get(1).asBoolean()))) {
                linked.add(edge.get(2).asString());
            }
        }
        if (model.findsItself(type)) {
            linked.add(uid);
        }
        return new IndexRecord(
                uid,
                type,
                row.get("values").get(Properties.SEQ).asLong(0),
                values,
                linked.stream()
                        .map(l -> titles.getOrDefault(l, new Through(l, List.of())))
                        .toList());
    }

    private static Map<String, Through> titles(Value rows) {
        Map<String, Through> titles = new TreeMap<>();
        for (Value row : rows.values()) {
            String uid = row.get("of").asString();
            List<Through.Title> found = row.get("found").asList(Neo4jIndexSource::title);
            titles.put(uid, new Through(uid, found));
        }
        return titles;
    }

    private static Through.Title title(Value row) {
        return new Through.Title(
                row.get(Properties.UID).asString(),
                row.get(Properties.TITLE).asString(""),
                row.get(Properties.SECTOR).asString(""),
                row.get(Properties.AUDIENCE).asString(""));
    }

    private List<Record> run(String statement, Map<String, Object> parameters) {
        return driver.executableQuery(statement)
                .withParameters(parameters)
                .withConfig(
                        QueryConfig.builder().withRouting(RoutingControl.WRITE).build())
                .execute()
                .records();
    }
}
