// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.ioc.schema.Properties;

/**
 * Writes the search for a shortest way between two records, and what is read of the records on it. Gives {@code [[uid …], [[link
 * type, points away] …], [[[uid, record] …] …]]}, or null without a way; records stand by alias and type.
 */
final class PathCypher {
    private final Variables variables;
    private final ConditionCypher conditions;
    private final RecordCypher records;

    PathCypher(Variables variables, ConditionCypher conditions, RecordCypher records) {
        this.variables = variables;
        this.conditions = conditions;
        this.records = records;
    }

    String text(Question.Way way) {
        String from = variables.next("f");
        String to = variables.next("f");
        String on = variables.next("x");
        String found = variables.next("w");
        String nodes = variables.next("s");
        String links = variables.next("s");
        String end = on + "." + Properties.UID + " = " + ConditionCypher.slot(way.to());
        StringBuilder text = new StringBuilder(end(from, way.from(), way) + end(to, way.to(), way));
        text.append("MATCH " + found + " = SHORTEST 1 (" + from + ") (()-[:" + String.join("|", way.links()) + "]-("
                + on + " WHERE " + end + " OR " + visible(way.through(), on) + ")){0," + way.most() + "} (" + to
                + ")\n");
        text.append("WITH nodes(" + found + ") AS " + nodes + ", relationships(" + found + ") AS " + links + "\n");
        List<String> stops = new ArrayList<>();
        way.stops().forEach(alias -> alias.forEach(shape -> stops.add(stop(shape, nodes, text))));
        return text.append("RETURN collect([[n IN " + nodes + " | n." + Properties.UID + "], [i IN range(0, size("
                        + links + ") - 1) | [type(" + links + "[i]), startNode(" + links + "[i]) = " + nodes
                        + "[i]]], [" + String.join(", ", stops) + "]])[0] AS " + Statements.RESULT)
                .toString();
    }

    private String end(String of, int uid, Question.Way way) {
        return "MATCH (" + of + ":" + Properties.ENTITY + ") WHERE " + of + "." + Properties.UID + " = "
                + ConditionCypher.slot(uid) + " AND " + visible(way.visible(), of) + "\n";
    }

    /** Of one of the types and visible. Names of types are values, since a choice of thirty labels takes a second to plan. */
    private String visible(List<Question.Visible> types, String of) {
        return types.isEmpty()
                ? "false"
                : types.stream()
                        .map(alike -> "(any(l IN labels(" + of + ") WHERE l IN " + ConditionCypher.slot(alike.types())
                                + ") AND " + conditions.rights(alike.rights(), of) + ")")
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Reads the records of one type, in a sub-query only where something beyond their own values is asked. */
    private String stop(RecordShape shape, String nodes, StringBuilder text) {
        String of = variables.next("n");
        StringBuilder below = new StringBuilder();
        String row = "[" + of + "." + Properties.UID + ", " + records.list(shape, of, below) + "]";
        if (below.isEmpty()) {
            return "[" + of + " IN " + nodes + " WHERE " + of + ":" + shape.type() + " | " + row + "]";
        }
        String name = variables.next("c");
        text.append("CALL (" + nodes + ") { UNWIND " + nodes + " AS " + of + " WITH " + of + " WHERE " + of + ":"
                + shape.type() + "\n" + below + "RETURN collect(" + row + ") AS " + name + " }\n");
        return name;
    }
}
