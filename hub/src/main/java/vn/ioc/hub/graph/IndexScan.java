// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import vn.ioc.schema.Properties;

/**
 * Reads the records of a page in the order of an index. An index holds no missing values: a nullable order has a second leg
 * for the records without one, which is read when the first is spent.
 */
final class IndexScan {
    private final Scan scan;
    private final Variables variables;
    private final Order order;
    private final Page page;

    IndexScan(Scan scan, Variables variables) {
        this.scan = scan;
        this.variables = variables;
        this.order = scan.connection().order();
        this.page = scan.connection().page();
    }

    /** Gives the records under {@code list}. */
    String text(String list) {
        List<Boolean> legs = legs();
        if (legs.isEmpty()) {
            return "WITH [] AS " + list + "\n";
        }
        if (legs.size() == 1) {
            return leg(legs.getFirst()) + " WITH collect(" + scan.of() + ") AS " + list + "\n";
        }
        String first = variables.next("l");
        String second = variables.next("l");
        String from = scan.anchor().orElse("");
        return "CALL (" + from + ") { " + leg(legs.getFirst()) + " RETURN collect(" + scan.of() + ") AS " + first
                + " }\n"
                + "CALL (" + (from.isEmpty() ? "" : from + ", ") + first + ") { UNWIND CASE WHEN size(" + first + ") < "
                + ConditionCypher.slot(page.scan()) + " THEN [0] ELSE [] END AS " + variables.next("g") + "\n"
                + leg(legs.getLast()) + " RETURN collect(" + scan.of() + ") AS " + second + " }\n"
                + "WITH (" + first + " + " + second + ")[.." + ConditionCypher.slot(page.scan()) + "] AS " + list
                + "\n";
    }

    /** Legs in the order in which they are read; true = of the missing values. */
    private List<Boolean> legs() {
        boolean nullable = order.columns().getFirst().nullable();
        List<Boolean> legs = new ArrayList<>();
        boolean values = page.after().map(bound -> !nullLeg(bound)).orElse(true);
        boolean missing = nullable && page.before().map(this::nullLeg).orElse(true);
        if (values) {
            legs.add(false);
        }
        if (missing) {
            legs.add(true);
        }
        return page.backward() ? legs.reversed() : legs;
    }

    private boolean nullLeg(Bound bound) {
        return order.columns().getFirst().nullable() && bound.inNullLeg();
    }

    private String leg(boolean nullLeg) {
        String of = scan.of();
        List<String> parts = new ArrayList<>();
        order.columns().forEach(c -> parts.add(of + "." + c.property() + (nullLeg ? " IS NULL" : " IS NOT NULL")));
        parts.add(of + "." + Properties.UID + " IS NOT NULL");
        page.after()
                .filter(b -> nullLeg(b) == nullLeg)
                .ifPresent(b -> parts.add(OrderCypher.beyondInIndex(order, nullLeg, b, true, of)));
        page.before()
                .filter(b -> nullLeg(b) == nullLeg)
                .ifPresent(b -> parts.add(OrderCypher.beyondInIndex(order, nullLeg, b, false, of)));
        return (nullLeg ? scan.match(parts) : scan.matchInOrder(parts)) + "\nWITH " + of
                + OrderCypher.ofIndex(order, nullLeg, page.backward(), of) + " LIMIT "
                + ConditionCypher.slot(page.scan());
    }
}
