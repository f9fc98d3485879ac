// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Turns what a statement gave into what the client asked for, guided by the shape. */
final class ResultReader {
    private final Slots slots;
    private final CursorSigner signer;
    private final int sortLimit;

    ResultReader(Slots slots, CursorSigner signer, int sortLimit) {
        this.slots = slots;
        this.signer = signer;
        this.sortLimit = sortLimit;
    }

    /** A {@link Row}, or a {@link GraphException} when there was too much to sort. */
    Object connection(ConnectionShape shape, Value value) {
        if (value.get(3).asBoolean()) {
            return new GraphException(
                    GraphException.Reason.LIMIT_SORT,
                    "more than " + sortLimit + " " + shape.type() + " records match, and no index gives the order "
                            + shape.order().text().replace(",", "") + "; narrow the filter or order otherwise");
        }
        Map<String, @Nullable Object> page = new HashMap<>();
        shape.wanted().totalCount().forEach(key -> page.put(key, value.get(0).asInt()));
        List<Value> rows = value.get(1).asList(row -> row);
        boolean cursors = shape.wanted().cursors();
        int node = cursors ? 1 : 0;
        for (ConnectionShape.Edges edges : shape.wanted().edges()) {
            List<Row> list = new ArrayList<>(rows.size());
            for (Value row : rows) {
                list.add(edge(shape, edges, row, node));
            }
            page.put(edges.key(), list);
            node += edges.nodes().size();
        }
        boolean more = value.get(2).asBoolean();
        shape.wanted().pageInfo().forEach(info -> page.put(info.key(), info(shape, info, rows, more)));
        return new Row(shape.type() + "Connection", page);
    }

    private Row edge(ConnectionShape shape, ConnectionShape.Edges edges, Value row, int firstNode) {
        Map<String, @Nullable Object> edge = new HashMap<>();
        if (!edges.cursor().isEmpty()) {
            String cursor = cursor(shape, row);
            edges.cursor().forEach(key -> edge.put(key, cursor));
        }
        int node = firstNode;
        for (ConnectionShape.Node asked : edges.nodes()) {
            edge.put(asked.key(), record(asked.shape(), row.get(node++)));
        }
        return new Row(shape.type() + "Edge", edge);
    }

    private Row info(ConnectionShape shape, ConnectionShape.Info info, List<Value> rows, boolean more) {
        Page page = shape.page();
        Map<String, @Nullable Object> values = new HashMap<>();
        for (ConnectionShape.Asked asked : info.fields()) {
            @Nullable
            Object value = switch (asked.field()) {
                case "hasNextPage" -> page.backward() ? page.before().isPresent() : more;
                case "hasPreviousPage" -> page.backward() ? more : page.after().isPresent();
                case "startCursor" -> rows.isEmpty() ? null : cursor(shape, rows.getFirst());
                case "endCursor" -> rows.isEmpty() ? null : cursor(shape, rows.getLast());
                default -> null;
            };
            values.put(asked.key(), value);
        }
        return new Row("PageInfo", values);
    }

    private String cursor(ConnectionShape shape, Value row) {
        return signer.sign(
                slots.list(shape.list()), CursorPayload.write(row.get(0).asList()));
    }

    /** A record's values by result key. */
    Row record(RecordShape shape, Value list) {
        Map<String, @Nullable Object> values =
                LinkedHashMap.newLinkedHashMap(shape.columns().size());
        int index = shape.hasCodes() ? 1 : 0;
        for (RecordShape.Column column : shape.columns()) {
            Value value = list.get(index++);
            @Nullable Object read = value(column, value, shape.hasCodes() ? list.get(0) : value);
            column.keys().forEach(key -> values.put(key, read));
        }
        return new Row(shape.type(), values);
    }

    /** @param date of the record, for codes */
    private @Nullable Object value(RecordShape.Column column, Value value, Value date) {
        return switch (column) {
            case RecordShape.Stored stored -> StoredValue.read(stored, value, date);
            case RecordShape.Hidden hidden -> null;
            case RecordShape.One one -> value.isNull() ? null : record(one.shape(), value);
            case RecordShape.Many many -> connection(many.connection(), value);
            case RecordShape.Around around -> related(around, value);
            case Told told -> new ToldResult(told, (Told.Arguments) slots.kept(told.kept()), signer).read(value);
        };
    }

    private List<Row> related(RecordShape.Around around, Value value) {
        List<Row> rows = new ArrayList<>();
        int column = 0;
        for (RecordShape.Branch branch : around.branches()) {
            List<@Nullable Object> read = new ArrayList<>();
            for (RecordShape.Column of : branch.columns()) {
                Value given = value.get(column++);
                read.add(value(of, given, given));
            }
            Related related = Related.of(branch, read);
            if (related.count() > 0) {
                rows.add(related.row(around.asked()));
            }
        }
        return rows;
    }
}
