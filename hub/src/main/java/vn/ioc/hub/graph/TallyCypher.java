// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * Writes one tally: the numbers of all records, and, where dimensions are asked for, of each group. Gives {@code [[part,
 * whole], [[key, label, …, [part, whole]], …]]}.
 */
final class TallyCypher {
    private static final String OF = "n";
    private static final String ZONE = "'" + RelativeTime.ZONE + "'";

    private final RecordModel model;
    private final RecordType type;
    private final RightsReader rights;
    private final ConditionCypher conditions;
    private final Variables variables;

    TallyCypher(
            RecordModel model, RecordType type, RightsReader rights, ConditionCypher conditions, Variables variables) {
        this.model = model;
        this.type = type;
        this.rights = rights;
        this.conditions = conditions;
        this.variables = variables;
    }

    /** @param property whose values are taken; empty = the records themselves */
    record Measure(Tally.Aggregate aggregate, Optional<String> property, Condition where) {}

    /** @param per property by which things are told apart; @param by property that orders them */
    record Newest(String per, String by) {}

    /** One dimension: what it adds to the match, and the names of its key and label. */
    private record Dimension(String match, String key, String label) {}

    String statement(
            RightsShape shown,
            Condition within,
            Optional<Newest> newest,
            Measure part,
            Optional<Measure> whole,
            List<Tally.Group> groups) {
        List<String> parts = new ArrayList<>();
        parts.add(conditions.rights(shown, OF));
        parts.addAll(conditions.parts(within, OF));
        newest.ifPresent(n -> parts.add(OF + "." + n.by() + " IS NOT NULL"));
        String match = "MATCH (" + OF + ConditionCypher.label(type.name(), false) + ")" + ConditionCypher.where(parts);
        String value = whole.isPresent()
                ? "[" + aggregate(part, "a") + ", " + aggregate(whole.get(), "b") + "]"
                : "[" + aggregate(part, "a") + ", null]";
        String judged = holds(part) + " AS a, " + whole.map(this::holds).orElse("false") + " AS b";
        String total = newest.map(n -> newest(n, List.of())).orElse("");
        StringBuilder text = new StringBuilder(
                "CALL () { " + match + total + " WITH " + OF + ", " + judged + " RETURN " + value + " AS total }\n");
        if (groups.isEmpty()) {
            return text.append("RETURN [total, []] AS " + Statements.RESULT).toString();
        }
        List<Dimension> dimensions = groups.stream().map(this::dimension).toList();
        List<String> names = new ArrayList<>();
        StringBuilder keys = new StringBuilder();
        StringBuilder matches = new StringBuilder();
        for (int i = 0; i < dimensions.size(); i++) {
            matches.append(dimensions.get(i).match());
            keys.append(", " + dimensions.get(i).key() + " AS k" + i + ", "
                    + dimensions.get(i).label() + " AS l" + i);
            names.add("k" + i);
            names.add("l" + i);
        }
        String order =
                String.join(", ", names.stream().filter(n -> n.startsWith("k")).toList());
        String kept = String.join(", ", names);
        String judge = " WITH " + OF + ", " + judged;
        String grouped = newest.isPresent()
                ? matches + " WITH " + OF + keys + newest(newest.get(), names) + judge + ", " + kept + " WHERE a OR b"
                : judge + " WHERE a OR b" + matches + " WITH " + OF + ", a, b" + keys;
        return text.append("CALL () { " + match + grouped
                        + " WITH " + kept + ", " + value + " AS v ORDER BY " + order + " LIMIT "
                        + (TallyReader.MOST_GROUPS + 1)
                        + " RETURN collect([" + kept + ", v]) AS rows }\n"
                        + "RETURN [total, rows] AS " + Statements.RESULT)
                .toString();
    }

    /** Leaves the newest record of each thing in each group; of equal times that with the greatest uid, so that it is always one. */
    private String newest(Newest newest, List<String> keys) {
        String of = OF + "." + newest.per();
        String last = "max([" + OF + "." + newest.by() + ", " + OF + "." + Properties.UID + "])[1]";
        String kept = keys.isEmpty() ? "" : String.join(", ", keys) + ", ";
        return " WITH " + kept + of + " AS thing, " + last + " AS newest MATCH (" + OF
                + ConditionCypher.label(type.name(), true) + ") WHERE " + OF + "." + Properties.UID + " = newest";
    }

    /** True or false, never unknown. */
    private String holds(Measure measure) {
        List<String> parts = conditions.parts(measure.where(), OF);
        return parts.isEmpty() ? "true" : "coalesce(" + String.join(" AND ", parts) + ", false)";
    }

    private static String aggregate(Measure measure, String holds) {
        String value = measure.property().map(p -> OF + "." + p).orElse("1");
        String taken = "CASE WHEN " + holds + " THEN " + value + " END";
        return switch (measure.aggregate()) {
            case COUNT -> "count(" + taken + ")";
            // A sum of nothing is nothing, not 0.
            case SUM -> "CASE WHEN count(" + taken + ") = 0 THEN null ELSE sum(" + taken + ") END";
            case MIN -> "min(" + taken + ")";
            case MAX -> "max(" + taken + ")";
            case ONLY -> "CASE WHEN min(" + taken + ") = max(" + taken + ") THEN min(" + taken + ") END";
        };
    }

    private Dimension dimension(Tally.Group group) {
        return switch (group) {
            case Tally.Group.ByField by -> {
                String property =
                        OF + "." + TallyReader.clear(type, by.field(), rights).property();
                yield new Dimension("", "toString(" + property + ")", "null");
            }
            case Tally.Group.ByPeriod by -> {
                Readable field = TallyReader.clear(type, by.field(), rights);
                String property = OF + "." + field.property();
                String day = switch (field.scalar()) {
                    case DATE -> property;
                    case DATE_TIME -> "date(datetime({datetime: " + property + ", timezone: " + ZONE + "}))";
                    case STRING, CODE, ENUM, INT, FLOAT, BOOLEAN, POINT, GEOMETRY ->
                        throw GraphException.badRequest("'" + by.field() + "' of " + type.name() + " is no time");
                };
                String unit = by.period().name().toLowerCase(java.util.Locale.ROOT);
                String first = "CASE WHEN " + property + " IS NULL THEN null ELSE toString(date.truncate('" + unit
                        + "', " + day + ")) END";
                yield new Dimension("", first, "null");
            }
            case Tally.Group.ByLink by -> link(by.link());
        };
    }

    private Dimension link(String name) {
        RecordLink link = type.findLink(name)
                .orElseThrow(() -> GraphException.badRequest("no link '" + name + "' on " + type.name()));
        Optional<RightsShape> visible = rights.of(model.type(link.target()));
        if (visible.isEmpty()) {
            return new Dimension("", "null", "null");
        }
        String far = variables.next("g");
        List<String> parts = new ArrayList<>();
        String pattern = ConditionCypher.pattern(link, OF, far, parts);
        parts.add(conditions.rights(visible.get(), far));
        return new Dimension(
                " OPTIONAL MATCH " + pattern + ConditionCypher.where(parts),
                far + "." + Properties.UID,
                far + "." + Properties.TITLE);
    }
}
