// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import vn.ioc.schema.Properties;

/**
 * Writes what sources tell of a record: a list of {@code [assertion, [[link, uid] …]]}, in a history {@code [assertion, [],
 * whether the caller may see it]}, by the index of uids.
 */
final class ToldCypher {
    /** The most versions of one stream that a history goes back. */
    static final int VERSIONS = 200;

    private final Variables variables;
    private final ConditionCypher conditions;

    ToldCypher(Variables variables, ConditionCypher conditions) {
        this.variables = variables;
        this.conditions = conditions;
    }

    /** @param text takes the sub-query; @return the variable of the list */
    String list(Told told, String of, StringBuilder text) {
        String now = variables.next("a");
        String name = variables.next("c");
        text.append("CALL (" + of + ") { MATCH (" + now + ":Current) WHERE " + now + "." + Properties.UID + " = " + of
                + "." + Properties.UID + "\n");
        text.append(
                switch (told.kind()) {
                    case PROVENANCE -> seen(told, of, now) + plain(now, name);
                    case FACTS -> seen(told, of, now) + linked(told, now, name);
                    case HISTORY -> versions(told, of, now, name);
                });
        text.append(" }\n");
        return name;
    }

    private String seen(Told told, String of, String now) {
        return "AND " + conditions.rights(told.rights(), of, now) + "\n";
    }

    private static String plain(String now, String name) {
        return "RETURN collect([properties(" + now + "), []]) AS " + name;
    }

    private String linked(Told told, String now, String name) {
        if (told.targets().isEmpty()) {
            return plain(now, name);
        }
        String says = variables.next("s");
        String end = variables.next("x");
        List<String> visible = new ArrayList<>();
        told.targets()
                .forEach(target -> visible.add(
                        "(" + end + ":" + target.type() + " AND " + conditions.rights(target.rights(), end) + ")"));
        return "OPTIONAL MATCH (" + now + ")-[" + says + "]->(" + end + ":" + Properties.ENTITY + ") WHERE " + says
                + ".recordedTo IS NULL AND (" + String.join(" OR ", visible) + ")\nWITH " + now + ", collect([" + says
                + ".link, " + end + "." + Properties.UID + "]) AS " + says + "\nRETURN collect([properties(" + now
                + "), " + says + "]) AS " + name;
    }

    private String versions(Told told, String of, String now, String name) {
        String number = variables.next("i");
        String then = variables.next("a");
        return "UNWIND range(CASE WHEN " + now + ".n < " + VERSIONS + " THEN 0 ELSE " + now + ".n - " + VERSIONS
                + " END, " + now + ".n) AS " + number + " MATCH (" + then + ":Assertion) WHERE " + then + ".id = " + now
                + ".source + '|' + " + now + ".stream + '|' + " + now + ".uid + '|' + toString(" + number
                + ")\nRETURN collect([properties(" + then + "), [], coalesce("
                + conditions.rights(told.rights(), of, then) + ", false)]) AS " + name;
    }
}
