// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ioc.schema.Properties;

/**
 * Writes the search for a shortest way between two records. Gives {@code [way, [stop …]]}: the way is
 * {@code [[uid …], [[link type, points away] …]]} or null, a stop is what a {@link Question.Lookup} gives of a type.
 */
final class PathCypher {
    private final Variables variables;
    private final ConditionCypher conditions;

    PathCypher(Variables variables, ConditionCypher conditions) {
        this.variables = variables;
        this.conditions = conditions;
    }

    /** @param stops takes what is read of the records whose uids a variable lists; gives the result's variables */
    String text(Question.Way way, Stops stops) {
        String from = variables.next("f");
        String to = variables.next("f");
        String on = variables.next("x");
        String found = variables.next("w");
        String result = variables.next("w");
        String uids = variables.next("u");
        String end = on + "." + Properties.UID + " = " + ConditionCypher.slot(way.to());
        StringBuilder text = new StringBuilder("CALL () {\n");
        text.append(end(from, way.from(), way.visible()));
        text.append(end(to, way.to(), way.visible()));
        text.append("MATCH " + found + " = SHORTEST 1 (" + from + ") (()-[:" + String.join("|", way.links()) + "]-(" + on
                + " WHERE " + end + " OR " + visible(way.through(), on) + ")){0," + way.most() + "} (" + to + ")\n");
        text.append("RETURN collect([[n IN nodes(" + found + ") | n." + Properties.UID
                + "], [i IN range(0, length(" + found + ") - 1) | [type(relationships(" + found
                + ")[i]), startNode(relationships(" + found + ")[i]) = nodes(" + found + ")[i]]]])[0] AS " + result
                + " }\nWITH " + result + ", " + result + "[0] AS " + uids + "\n");
        List<String> names = stops.write(uids, text);
        return text.append("RETURN [" + result + ", [" + String.join(", ", names) + "]] AS " + Statements.RESULT)
                .toString();
    }

    /** Writes sub-queries about the records of a list of uids. */
    interface Stops {
        List<String> write(String uids, StringBuilder text);
    }

    private String end(String of, int uid, List<Question.Visible> types) {
        return "MATCH (" + of + ":" + Properties.ENTITY + ") WHERE " + of + "." + Properties.UID + " = "
                + ConditionCypher.slot(uid) + " AND " + visible(types, of) + "\n";
    }

    /** Of one of the types and visible; types with the same rights share one test. */
    private String visible(List<Question.Visible> types, String of) {
        Map<RightsShape, List<String>> alike = new LinkedHashMap<>();
        types.forEach(type -> alike.computeIfAbsent(type.rights(), r -> new ArrayList<>())
                .add(type.type()));
        return alike.isEmpty()
                ? "false"
                : alike.entrySet().stream()
                        .map(e -> "(" + of + ":" + String.join("|", e.getValue()) + " AND "
                                + conditions.rights(e.getKey(), of) + ")")
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }
}
