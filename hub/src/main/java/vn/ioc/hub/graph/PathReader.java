// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads what is asked of a shortest way between two records as a question, and its answer as a row. */
final class PathReader {
    private final RecordModel model;
    private final ConnectionReader connections;
    private final Slots slots;

    PathReader(RecordModel model, ConnectionReader connections, Slots slots) {
        this.model = model;
        this.connections = connections;
        this.slots = slots;
    }

    /**
     * @param field {@code from, to, maxHops, sectors}, and what is asked of the way
     * @param nodeLimit records that may be asked for along one way
     */
    Question.Way read(Selection field, int nodeLimit) {
        int most = field.arguments().get("maxHops") instanceof Number given ? given.intValue() : 0;
        if (most < 1 || most > RecordReader.MOST_HOPS) {
            throw GraphException.badRequest("'maxHops' is 1 to " + RecordReader.MOST_HOPS);
        }
        Set<String> sectors = new TreeSet<>();
        if (field.arguments().get("sectors") instanceof List<?> given) {
            given.forEach(sector -> sectors.add(sector.toString()));
        }
        List<List<RecordShape>> stops = new ArrayList<>();
        records(field).forEach(record -> stops.add(stops(record, most, nodeLimit)));
        return new Question.Way(
                slots.add(String.valueOf(field.arguments().get("from"))),
                slots.add(String.valueOf(field.arguments().get("to"))),
                most,
                links(),
                visible(type -> true),
                visible(type -> sectors.isEmpty() || sectors.contains(type.sector())),
                stops);
    }

    /** Types with the same rights share one test. */
    private List<Question.Visible> visible(Predicate<RecordType> wanted) {
        Map<RightsShape, List<String>> alike = new LinkedHashMap<>();
        model.types().stream()
                .filter(wanted)
                .forEach(type -> connections
                        .rights()
                        .of(type)
                        .ifPresent(rights -> alike.computeIfAbsent(rights, r -> new ArrayList<>())
                                .add(type.name())));
        List<Question.Visible> visible = new ArrayList<>();
        alike.forEach((rights, types) -> visible.add(new Question.Visible(slots.add(types), rights)));
        return visible;
    }

    /** Relationship types of the schema's links: whatever else lies in the graph leads nowhere. */
    private List<String> links() {
        return model.types().stream()
                .flatMap(type -> type.links().values().stream())
                .map(RecordLink::type)
                .distinct()
                .sorted()
                .toList();
    }

    /** What is asked of the records of the way, each alias by itself. */
    private static List<Selection> records(Selection field) {
        return field.named("hops").flatMap(hops -> hops.named("record")).toList();
    }

    /** Any record of the way may be of any type, so each type has the whole budget. */
    private List<RecordShape> stops(Selection record, int most, int nodeLimit) {
        return model.types().stream()
                .filter(type -> connections.rights().of(type).isPresent())
                .map(type -> connections
                        .shapes()
                        .read(
                                type,
                                record.of(type.name()),
                                Budget.start(nodeLimit).of(most)))
                .toList();
    }

    /** The way as it was asked for; null when there is none. */
    static @Nullable Row row(Selection field, Question.Way way, Value value, ResultReader results) {
        if (value.isNull()) {
            return null;
        }
        List<String> uids = value.get(0).asList(Value::asString);
        List<Map<String, Row>> records = new ArrayList<>();
        int column = 0;
        for (List<RecordShape> alias : way.stops()) {
            Map<String, Row> byUid = new HashMap<>();
            for (RecordShape shape : alias) {
                for (Value pair : value.get(2).get(column++).values()) {
                    byUid.put(pair.get(0).asString(), results.record(shape, pair.get(1)));
                }
            }
            records.add(byUid);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        int alias = 0;
        for (Selection asked : field.fields()) {
            if (asked.name().equals("length")) {
                values.put(asked.key(), uids.size() - 1);
            } else {
                values.put(asked.key(), hops(asked, uids, value.get(1), records, alias));
                alias += (int) asked.named("record").count();
            }
        }
        return new Row("Path", values);
    }

    private static List<Row> hops(
            Selection hops, List<String> uids, Value links, List<Map<String, Row>> records, int firstAlias) {
        List<Row> rows = new ArrayList<>();
        for (int hop = 0; hop < uids.size() - 1; hop++) {
            Map<String, @Nullable Object> values = new HashMap<>();
            int alias = firstAlias;
            for (Selection asked : hops.fields()) {
                Object value = switch (asked.name()) {
                    case "type" -> links.get(hop).get(0).asString();
                    case "direction" -> links.get(hop).get(1).asBoolean() ? "OUT" : "IN";
                    default -> records.get(alias++).get(uids.get(hop + 1));
                };
                values.put(asked.key(), value);
            }
            rows.add(new Row("PathHop", values));
        }
        return rows;
    }
}
