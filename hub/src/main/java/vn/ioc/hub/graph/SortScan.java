// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;

/** Reads the records of a page by sorting what matches. */
final class SortScan {
    private SortScan() {}

    /** What matches is few by nature. Gives the records under {@code list}. */
    static String text(Scan scan, String list) {
        return scan.match(beyond(scan)) + "\n" + sorted(scan) + " WITH collect(" + scan.of() + ") AS " + list + "\n";
    }

    /** Sorts up to a limit; {@code over} says that there is more, and the list is empty then. */
    static String bounded(Scan scan, String list, String over, String all, int limit) {
        List<String> beyond = beyond(scan);
        return scan.match(List.of()) + "\nWITH " + scan.of() + " LIMIT " + (limit + 1) + " WITH collect(" + scan.of()
                + ") AS " + all + "\nCALL (" + all + ") { UNWIND CASE WHEN size(" + all + ") > " + limit
                + " THEN [] ELSE " + all + " END AS " + scan.of()
                + (beyond.isEmpty() ? "" : " WITH " + scan.of() + ConditionCypher.where(beyond))
                + "\n" + sorted(scan) + " RETURN collect(" + scan.of() + ") AS " + list + " }\nWITH " + list + ", size("
                + all + ") > " + limit + " AS " + over + "\n";
    }

    private static String sorted(Scan scan) {
        Page page = scan.connection().page();
        return "WITH " + scan.of() + OrderCypher.ofSort(scan.connection().order(), page.backward(), scan.of())
                + " LIMIT " + ConditionCypher.slot(page.scan());
    }

    private static List<String> beyond(Scan scan) {
        Order order = scan.connection().order();
        Page page = scan.connection().page();
        List<String> beyond = new ArrayList<>();
        page.after().ifPresent(bound -> beyond.add(OrderCypher.beyondInSort(order, bound, true, scan.of())));
        page.before().ifPresent(bound -> beyond.add(OrderCypher.beyondInSort(order, bound, false, scan.of())));
        return beyond;
    }
}
