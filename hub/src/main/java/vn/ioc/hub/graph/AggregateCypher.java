// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;

/**
 * Writes groups of records: keys first, targets of links looked up once per target, then the figures, then what is asked of
 * the targets of the groups that are left. Gives {@code [[key …, newest date, count, figure …] …]}.
 */
final class AggregateCypher {
    private static final String ZONE = RelativeTime.ZONE.getId();
    private static final String DATE = "d";
    private static final String COUNT = "c";

    private final Variables variables;
    private final ConditionCypher conditions;
    private final RecordCypher records;

    AggregateCypher(Variables variables, ConditionCypher conditions, RecordCypher records) {
        this.variables = variables;
        this.conditions = conditions;
        this.records = records;
    }

    /** The groups when nothing of the type is visible: none, or the one of all records. */
    static String nothing(AggregateShape shape) {
        return shape.by().isEmpty()
                ? shape.measures().stream()
                        .map(m -> m.function() == AggregateShape.Function.SUM ? ", 0" : ", null")
                        .collect(Collectors.joining("", "[[null, 0", "]]"))
                : "[]";
    }

    String text(AggregateShape shape, RightsShape rights, String name) {
        StringBuilder text = new StringBuilder("CALL () {\n");
        Optional<String> anchor =
                shape.records().far().map(far -> records.connections().far(far, text));
        Scan scan = new Scan(shape.records(), rights, anchor, variables.next("n"), conditions);
        text.append(scan.match(List.of())).append('\n');
        List<String> keys = keys(shape, scan.of(), text);
        List<String> columns = new ArrayList<>(keys);
        columns.add("max(" + scan.of() + "." + Properties.DATE + ") AS " + DATE);
        columns.add("count(DISTINCT " + scan.of() + ") AS " + COUNT);
        for (int i = 0; i < shape.measures().size(); i++) {
            columns.add(figure(shape.measures().get(i), scan.of()) + " AS m" + i);
        }
        text.append("WITH " + String.join(", ", columns) + order(shape, keys) + " LIMIT "
                + ConditionCypher.slot(shape.scan()) + "\n");
        List<String> row = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            row.add(
                    shape.by().get(i) instanceof AggregateShape.ByLink link
                            ? target(link, keys.get(i), text)
                            : keys.get(i));
        }
        row.add(DATE);
        row.add(COUNT);
        IntStream.range(0, shape.measures().size()).forEach(i -> row.add("m" + i));
        return text.append("RETURN collect([" + String.join(", ", row) + "]) AS " + name + " }\nRETURN " + name)
                .toString();
    }

    private List<String> keys(AggregateShape shape, String of, StringBuilder text) {
        List<String> keys = new ArrayList<>();
        for (AggregateShape.Group group : shape.by()) {
            String key = variables.next("k");
            switch (group) {
                case AggregateShape.ByValue value ->
                    text.append(with(of, keys) + of + "." + value.stored().property() + " AS " + key + "\n");
                case AggregateShape.ByTime time -> text.append(with(of, keys) + bucket(time, of) + " AS " + key + "\n");
                case AggregateShape.ByLink link -> linked(link, of, keys, key, text);
            }
            keys.add(key);
        }
        return keys;
    }

    private static String with(String of, List<String> keys) {
        return "WITH " + of + ", " + keys.stream().map(k -> k + ", ").collect(Collectors.joining());
    }

    private static String bucket(AggregateShape.ByTime time, String of) {
        String property = of + "." + time.property();
        String day = time.moment() ? "datetime({datetime: " + property + ", timezone: '" + ZONE + "'})" : property;
        return "CASE WHEN " + property + " IS NULL THEN null ELSE date.truncate('"
                + time.bucket().name().toLowerCase(Locale.ROOT) + "', " + day + ") END";
    }

    /** The uid of the visible target, or of the area that it is part of; many records share one target. */
    private void linked(AggregateShape.ByLink group, String of, List<String> keys, String key, StringBuilder text) {
        if (group.rights().isEmpty()) {
            text.append(with(of, keys) + "null AS " + key + "\n");
            return;
        }
        RecordLink link = group.link();
        String kept = keys.stream().map(k -> k + ", ").collect(Collectors.joining());
        if (link.keyProperty().isPresent()) {
            String held = variables.next("h");
            String all = variables.next("s");
            String far = variables.next("x");
            text.append("WITH " + kept + of + "." + link.keyProperty().get() + " AS " + held + ", collect(" + of
                    + ") AS " + all + "\nCALL (" + held + ") { MATCH (" + far
                    + ConditionCypher.label(link.target(), true) + ") WHERE " + far + "." + Properties.UID + " = "
                    + held
                    + visible(group, far) + " AS " + key + " }\nUNWIND " + all + " AS " + of + "\n");
            return;
        }
        String far = variables.next("x");
        text.append("CALL (" + of + ") { MATCH (" + of + ")" + ConditionCypher.arrow(link, false) + "(" + far
                + ConditionCypher.label(link.target(), false) + ") WHERE true" + visible(group, far) + " AS " + key
                + " }\n");
    }

    private String visible(AggregateShape.ByLink group, String far) {
        RightsShape rights = group.rights().orElseThrow();
        if (group.level().isEmpty()) {
            return " AND " + conditions.rights(rights, far) + " RETURN min(" + far + "." + Properties.UID + ")";
        }
        String up = variables.next("x");
        return " MATCH (" + far + ")-[:PART_OF*0..4]->(" + up
                + ConditionCypher.label(group.link().target(), false)
                + ") WHERE " + up + ".level = "
                + ConditionCypher.slot(group.level().getAsInt()) + " AND "
                + conditions.rights(rights, up) + " RETURN min(" + up + "." + Properties.UID + ")";
    }

    private static String figure(AggregateShape.Measure measure, String of) {
        return measure.function().name().toLowerCase(Locale.ROOT) + "(" + of + "." + measure.property() + ")";
    }

    private static String order(AggregateShape shape, List<String> keys) {
        List<String> order = new ArrayList<>(keys);
        if (shape.byCount()) {
            order.addFirst(COUNT + " DESC");
        }
        return order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order);
    }

    /** What is asked of the target of a group, one list per shape; null without one. */
    private String target(AggregateShape.ByLink group, String key, StringBuilder text) {
        if (group.rights().isEmpty() || group.shapes().isEmpty()) {
            return "null";
        }
        String far = variables.next("x");
        String name = variables.next("g");
        text.append("CALL (" + key + ") { MATCH (" + far
                + ConditionCypher.label(group.link().target(), true) + ") WHERE " + far + "." + Properties.UID + " = "
                + key + "\n");
        List<String> lists = new ArrayList<>();
        group.shapes().forEach(asked -> lists.add(records.list(asked, far, text)));
        text.append("RETURN collect([" + String.join(", ", lists) + "])[0] AS " + name + " }\n");
        return name;
    }
}
