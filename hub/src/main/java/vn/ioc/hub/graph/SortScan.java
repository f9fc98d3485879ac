// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads the records of a page by sorting what matches. */
final class SortScan {
    private SortScan() {}

    /** What matches is few by nature, and its order its own. Gives the records under {@code list}. */
    static String text(Scan scan, String list) {
        List<String> owners =
                Collections.nCopies(scan.connection().order().columns().size(), scan.of());
        return scan.match(beyond(scan, owners)) + "\n" + sorted(scan, owners) + " WITH collect(" + scan.of() + ") AS "
                + list + "\n";
    }

    /** Sorts up to a limit; {@code over} says that there is more, and the list is empty then. */
    static String bounded(Scan scan, OrderEnds ends, String list, String over, String all, int limit) {
        StringBuilder found = new StringBuilder();
        List<String> owners = ends.together(scan.connection().order(), scan.of(), found);
        List<String> beyond = beyond(scan, owners);
        return scan.match(List.of()) + "\nWITH " + scan.of() + " LIMIT " + (limit + 1) + " WITH collect(" + scan.of()
                + ") AS " + all + "\nCALL (" + all + ") { UNWIND CASE WHEN size(" + all + ") > " + limit
                + " THEN [] ELSE " + all + " END AS " + scan.of()
                + "\n" + found + (beyond.isEmpty() ? "" : "WITH *" + ConditionCypher.where(beyond) + "\n")
                + sorted(scan, owners) + " RETURN collect(" + scan.of() + ") AS " + list + " }\nWITH " + list
                + ", size("
                + all + ") > " + limit + " AS " + over + "\n";
    }

    private static String sorted(Scan scan, List<String> owners) {
        Page page = scan.connection().page();
        return "WITH " + scan.of() + OrderCypher.ofSort(scan.connection().order(), owners, page.backward(), scan.of())
                + " LIMIT " + ConditionCypher.slot(page.scan());
    }

    private static List<String> beyond(Scan scan, List<String> owners) {
        Order order = scan.connection().order();
        Page page = scan.connection().page();
        List<String> beyond = new ArrayList<>();
        page.after().ifPresent(bound -> beyond.add(OrderCypher.beyondInSort(order, owners, bound, true, scan.of())));
        page.before().ifPresent(bound -> beyond.add(OrderCypher.beyondInSort(order, owners, bound, false, scan.of())));
        return beyond;
    }
}
