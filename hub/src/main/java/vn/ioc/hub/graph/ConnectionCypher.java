// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private final OrderEnds ends;
    private final int sortLimit;

    ConnectionCypher(Variables variables, ConditionCypher conditions, RecordCypher records, int sortLimit) {
        this.variables = variables;
        this.conditions = conditions;
        this.records = records;
        this.ends = new OrderEnds(variables, conditions);
        this.sortLimit = sortLimit;
    }

    /** A sub-query that gives the connection under a name. @param from the record that it belongs to; empty = a root */
    String call(ConnectionShape connection, RightsShape rights, Optional<String> from, String name) {
        StringBuilder text = new StringBuilder("CALL (" + from.orElse("") + ") {\n");
        Optional<String> anchor = connection.far().map(far -> far(far, text)).or(() -> from);
        Scan scan = new Scan(connection, rights, anchor, variables.next("n"), conditions);
        boolean rows = connection.wanted().rows();
        String result;
        if (!connection.wanted().totalCount().isEmpty()) {
            String count = variables.next("t");
            text.append("CALL (" + anchor.orElse("") + ") { " + scan.match(counted(connection, scan.of()))
                    + " RETURN count(" + scan.of() + ") AS " + count + " }\n");
            result = rows ? inner(scan, text, count) : "[" + count + ", [], false, false]";
        } else if (connection.far().isPresent()) {
            result = rows ? inner(scan, text, "0") : NOTHING;
        } else {
            result = rows ? "[0, " + page(scan, text) + "]" : NOTHING;
        }
        return text.append("RETURN " + result + " AS " + name + " }\n").toString();
    }

    /** The page in a sub-query of its own, since something stands beside it. */
    private String inner(Scan scan, StringBuilder text, String count) {
        String name = variables.next("e");
        text.append("CALL (" + scan.anchor().orElse("") + ") {\n");
        String page = page(scan, text);
        text.append("RETURN [" + page + "] AS " + name + " }\n");
        return "[" + count + "] + " + name;
    }

    /** Matches the record that a scan starts from; gives its variable. */
    String far(ConnectionShape.Far far, StringBuilder text) {
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

    /** Writes the scan and what is read of its records; gives {@code rows, more, over}. */
    private String page(Scan scan, StringBuilder text) {
        ConnectionShape connection = scan.connection();
        Page page = connection.page();
        String list = variables.next("l");
        String over = variables.next("o");
        boolean bounded = connection.order().service() == Order.Service.BOUNDED_SORT;
        text.append(
                switch (connection.order().service()) {
                    case INDEX -> new IndexScan(scan, variables).text(list);
                    case SORT -> SortScan.text(scan, list);
                    case BOUNDED_SORT -> SortScan.bounded(scan, ends, list, over, variables.next("s"), sortLimit);
                });
        String size = ConditionCypher.slot(page.size());
        String cut = page.lookAhead() ? list + "[.." + size + "]" : list;
        String ordered = page.backward() ? "reverse(" + cut + ")" : cut;
        String more = page.lookAhead() ? "size(" + list + ") > " + size : "false";
        StringBuilder below = new StringBuilder();
        String row = row(connection, scan.of(), below);
        String rest = ", " + more + ", " + (bounded ? over : "false");
        if (below.isEmpty()) {
            return "[" + scan.of() + " IN " + ordered + " | " + row + "]" + rest;
        }
        String rows = variables.next("e");
        text.append("CALL (" + list + ") { UNWIND " + ordered + " AS " + scan.of() + "\n" + below + "RETURN collect("
                + row + ") AS " + rows + " }\n");
        return rows + rest;
    }

    /** Sort values and uid when cursors are asked for, then one list per node asked for. */
    private String row(ConnectionShape connection, String of, StringBuilder text) {
        List<String> row = new ArrayList<>();
        if (connection.wanted().cursors()) {
            List<String> cursor = new ArrayList<>();
            List<OrderColumn> columns = connection.order().columns();
            List<String> owners = ends.each(connection.order(), of, text);
            IntStream.range(0, columns.size())
                    .forEach(
                            i -> cursor.add(owners.get(i) + "." + columns.get(i).property()));
            cursor.add(of + "." + Properties.UID);
            row.add("[" + String.join(", ", cursor) + "]");
        }
        connection.wanted().nodes().forEach(shape -> row.add(records.list(shape, of, text)));
        return "[" + String.join(", ", row) + "]";
    }
}
