// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ioc.schema.Properties;

/**
 * How the records of a connection are matched.
 *
 * @param anchor variable of the record that they are found from; empty = all of the type
 * @param of variable of the records
 */
record Scan(
        ConnectionShape connection,
        RightsShape rights,
        Optional<String> anchor,
        String of,
        ConditionCypher conditions) {

    /** MATCH and WHERE. @param further parts of the WHERE */
    String match(List<String> further) {
        return match("", further);
    }

    /**
     * MATCH and WHERE in the order of an index. Where the filter is nothing but what the index begins with, the index is named:
     * Neo4j counts all that begin alike as equally good, and would rather read and sort everything that a shorter one gives.
     */
    String matchInOrder(List<String> further) {
        Order order = connection.order();
        if (order.bound().isEmpty() || !boundBy(connection.where(), order.bound())) {
            return match(further);
        }
        String columns = Stream.of(
                        order.bound().stream(),
                        order.columns().stream().map(OrderColumn::property),
                        Stream.of(Properties.UID))
                .flatMap(properties -> properties)
                .collect(Collectors.joining(", "));
        return match(" USING INDEX " + of + ":" + connection.type() + "(" + columns + ")", further);
    }

    private static boolean boundBy(Condition where, List<String> bound) {
        return switch (where) {
            case Condition.All all -> all.of().stream().allMatch(part -> boundBy(part, bound));
            case Condition.Compare compare ->
                !compare.negated()
                        && compare.operator() == Condition.Operator.EQUAL
                        && bound.contains(compare.property());
            case Condition.Any any -> false;
            case Condition.Missing missing -> false;
            case Condition.Empty empty -> false;
            case Condition.Within within -> false;
            case Condition.Located located -> false;
            case Condition.Linked linked -> false;
        };
    }

    private String match(String hint, List<String> further) {
        List<String> parts = new ArrayList<>();
        String pattern = pattern(parts);
        parts.addAll(conditions.parts(connection.where(), of));
        parts.add(conditions.rights(rights, of));
        parts.addAll(further);
        return "MATCH " + pattern + hint + ConditionCypher.where(parts);
    }

    private String pattern(List<String> parts) {
        String node = "(" + of + ConditionCypher.label(connection.type(), namesUid(connection.where())) + ")";
        String from = anchor.orElse("");
        return switch (connection.source()) {
            case ConnectionShape.Everything everything -> node;
            case ConnectionShape.Related related ->
                "(" + from + ")" + ConditionCypher.arrow(related.link(), related.flipped()) + node;
            case ConnectionShape.Keyed keyed -> {
                parts.add(of + "." + keyed.property() + " = " + from + "." + Properties.UID);
                yield node;
            }
            case ConnectionShape.InTerritory territory -> {
                parts.add(ConditionCypher.within(of, from + "." + Properties.COVERS));
                yield node;
            }
        };
    }

    private static boolean namesUid(Condition where) {
        return switch (where) {
            case Condition.All all -> all.of().stream().anyMatch(Scan::namesUid);
            case Condition.Compare compare -> compare.property().equals(Properties.UID) && !compare.negated();
            case Condition.Any any -> false;
            case Condition.Missing missing -> false;
            case Condition.Empty empty -> false;
            case Condition.Within within -> false;
            case Condition.Located located -> false;
            case Condition.Linked linked -> false;
        };
    }
}
