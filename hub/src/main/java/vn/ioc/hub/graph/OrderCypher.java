// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vn.ioc.schema.Properties;

/** Writes ORDER BY and the predicates of cursors. */
final class OrderCypher {
    private OrderCypher() {}

    /** ORDER BY of an index: every column of it, the bound ones included. */
    static String ofIndex(Order order, boolean nullLeg, boolean backward, String of) {
        boolean descending = order.tieDescending() != backward;
        List<String> parts = new ArrayList<>();
        if (!nullLeg) {
            order.bound().forEach(p -> parts.add(part(of, p, descending)));
            order.columns().forEach(c -> parts.add(part(of, c.property(), descending)));
        }
        parts.add(part(of, Properties.UID, descending));
        return " ORDER BY " + String.join(", ", parts);
    }

    /**
     * ORDER BY of a sort: missing values last, or first when the list is read backward.
     *
     * @param owners for each column the variable of the record that has its value
     */
    static String ofSort(Order order, List<String> owners, boolean backward, String of) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            OrderColumn column = order.columns().get(i);
            if (column.nullable()) {
                parts.add(owners.get(i) + "." + column.property() + " IS NULL" + (backward ? " DESC" : ""));
            }
            parts.add(part(owners.get(i), column.property(), column.descending() != backward));
        }
        parts.add(part(of, Properties.UID, order.tieDescending() != backward));
        return " ORDER BY " + String.join(", ", parts);
    }

    /**
     * Beyond a cursor in a leg of an index, without an OR at the top, which would lose the index's order.
     *
     * @param after true: what follows the bound in the list; false: what precedes it
     */
    static String beyondInIndex(Order order, boolean nullLeg, Bound bound, boolean after, String of) {
        boolean greater = order.tieDescending() != after;
        String uid = compare(of, Properties.UID, greater, bound.uid());
        if (nullLeg) {
            return uid;
        }
        OrderColumn first = order.columns().getFirst();
        String property = of + "." + first.property();
        String value = ConditionCypher.slot(bound.values().getFirst().getAsInt());
        return property + (greater ? " >= " : " <= ") + value + " AND CASE WHEN " + property + " = " + value + " THEN "
                + rest(order, bound, 1, greater, uid, of) + " ELSE true END";
    }

    private static String rest(Order order, Bound bound, int from, boolean greater, String uid, String of) {
        if (from == order.columns().size()) {
            return uid;
        }
        OrderColumn column = order.columns().get(from);
        int slot = bound.values().get(from).getAsInt();
        return "(" + compare(of, column.property(), greater, slot) + " OR (" + of + "." + column.property() + " = "
                + ConditionCypher.slot(slot) + " AND " + rest(order, bound, from + 1, greater, uid, of) + "))";
    }

    /** Beyond a cursor in a sort: columns may run both ways and miss values. */
    static String beyondInSort(Order order, List<String> owners, Bound bound, boolean after, String of) {
        String beyond = compare(of, Properties.UID, order.tieDescending() != after, bound.uid());
        for (int i = order.columns().size() - 1; i >= 0; i--) {
            OrderColumn column = order.columns().get(i);
            String property = owners.get(i) + "." + column.property();
            OptionalInt slot = bound.values().get(i);
            if (slot.isEmpty()) {
                beyond = "CASE WHEN " + property + " IS NULL THEN " + beyond + " ELSE " + !after + " END";
            } else {
                String value = ConditionCypher.slot(slot.getAsInt());
                beyond = "CASE WHEN " + property + " IS NULL THEN " + after + " WHEN " + property + " = " + value
                        + " THEN " + beyond + " ELSE "
                        + compare(owners.get(i), column.property(), column.descending() != after, slot.getAsInt())
                        + " END";
            }
        }
        return beyond;
    }

    private static String compare(String of, String property, boolean greater, int slot) {
        return of + "." + property + (greater ? " > " : " < ") + ConditionCypher.slot(slot);
    }

    private static String part(String of, String property, boolean descending) {
        return of + "." + property + (descending ? " DESC" : "");
    }
}
