// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ioc.schema.Properties;

/**
 * Writes one connection: count and page. The page is sorted and cut before anything is read of its records. Gives
 * {@code [count, rows, more, over]}.
 */
final class ConnectionCypher {
    /** What a connection gives when nothing of the type is visible. */
    static final String NOTHING = "[0, [], false, false]";

    private final Variables variables;
    private final ConditionCypher conditions;
    private final RecordCypher records;
    private final int sortLimit;

    ConnectionCypher(Variables variables, ConditionCypher conditions, RecordCypher records, int sortLimit) {
        this.variables = variables;
        this.conditions = conditions;
        this.records = records;
        this.sortLimit = sortLimit;
    }

    /** A sub-query that gives the connection under a name. @param from the record that it belongs to; empty = a root */
    String call(ConnectionShape connection, RightsShape rights, Optional<String> from, String name) {
        StringBuilder text = new StringBuilder("CALL (" + from.orElse("") + ") {\n");
        Optional<String> anchor = connection.far().map(far -> far(far, text)).or(() -> from);
        Scan scan = new Scan(connection, rights, anchor, variables.next("n"), conditions);
        List<String> result = new ArrayList<>(List.of("0", "[]", "false", "false"));
        if (!connection.wanted().totalCount().isEmpty()) {
            String count = variables.next("t");
            text.append("CALL (")
                    .append(anchor.orElse(""))
                    .append(") { ")
                    .append(scan.match(counted(connection, scan.of())));
            text.append(" RETURN count(")
                    .append(scan.of())
                    .append(") AS ")
                    .append(count)
                    .append(" }\n");
            result.set(0, count);
        }
        if (connection.wanted().rows()) {
            page(connection, scan, text, result);
        }
        return text.append("RETURN [" + String.join(", ", result) + "] AS " + name + " }\n")
                .toString();
    }

    private String far(ConnectionShape.Far far, StringBuilder text) {
        String of = variables.next("f");
        List<String> parts = new ArrayList<>(conditions.parts(far.such(), of));
        parts.add(conditions.rights(far.rights(), of));
        text.append("OPTIONAL MATCH (" + of + ConditionCypher.label(far.type(), true) + ")"
                + ConditionCypher.where(parts) + "\n");
        return of;
    }

    /** Binds the columns that are never missing, so that the count, too, may use an index that ends in them. */
    private static List<String> counted(ConnectionShape connection, String of) {
        return connection.source() instanceof ConnectionShape.Related
                ? List.of()
                : Stream.concat(connection.steps().stream(), Stream.of(Properties.UID))
                        .map(p -> of + "." + p + " IS NOT NULL")
                        .toList();
    }

    private void page(ConnectionShape connection, Scan scan, StringBuilder text, List<String> result) {
        Page page = connection.page();
        String list = variables.next("l");
        String rows = variables.next("e");
        String more = variables.next("m");
        String over = variables.next("o");
        text.append("CALL (" + scan.anchor().orElse("") + ") {\n");
        boolean bounded = connection.order().service() == Order.Service.BOUNDED_SORT;
        text.append(
                switch (connection.order().service()) {
                    case INDEX -> new IndexScan(scan, variables).text(list);
                    case SORT -> SortScan.text(scan, list);
                    case BOUNDED_SORT -> SortScan.bounded(scan, list, over, variables.next("s"), sortLimit);
                });
        String cut = page.lookAhead() ? list + "[.." + ConditionCypher.slot(page.size()) + "]" : list;
        text.append("WITH " + (page.backward() ? "reverse(" + cut + ")" : cut) + " AS " + list
                + (page.lookAhead()
                        ? ", size(" + list + ") > " + ConditionCypher.slot(page.size()) + " AS " + more
                        : "")
                + (bounded ? ", " + over : "") + "\n");
        text.append("CALL (" + list + ") { UNWIND " + list + " AS " + scan.of() + "\n");
        String row = row(connection, scan.of(), text);
        text.append("RETURN collect(" + row + ") AS " + rows + " }\n");
        text.append("RETURN " + rows + (page.lookAhead() ? ", " + more : "") + (bounded ? ", " + over : "") + " }\n");
        result.set(1, rows);
        if (page.lookAhead()) {
            result.set(2, more);
        }
        if (bounded) {
            result.set(3, over);
        }
    }

    /** Sort values and uid when cursors are asked for, then one list per node asked for. */
    private String row(ConnectionShape connection, String of, StringBuilder text) {
        List<String> row = new ArrayList<>();
        if (connection.wanted().cursors()) {
            List<String> cursor = new ArrayList<>();
            connection.order().columns().forEach(c -> cursor.add(of + "." + c.property()));
            cursor.add(of + "." + Properties.UID);
            row.add("[" + String.join(", ", cursor) + "]");
        }
        connection.wanted().nodes().forEach(shape -> row.add(records.list(shape, of, text)));
        return "[" + String.join(", ", row) + "]";
    }
}
