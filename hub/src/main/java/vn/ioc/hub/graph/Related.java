// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Neighbours of a record over one link, as they were read.
 *
 * @param records one list for each key of {@code records}
 */
record Related(RecordShape.Branch branch, int count, List<List<Object>> records) {
    /** @param read a value for each column of the branch */
    static Related of(RecordShape.Branch branch, List<@Nullable Object> read) {
        if (!branch.link().many()) {
            List<List<Object>> records = read.stream().map(Related::some).toList();
            return new Related(branch, records.getFirst().size(), records);
        }
        if (!(read.getFirst() instanceof Row page)) {
            throw new IllegalStateException("a default order of a link is never refused");
        }
        RecordShape.Many many = (RecordShape.Many) branch.columns().getFirst();
        List<List<Object>> records = many.connection().wanted().edges().stream()
                .map(edges -> nodes(page.get(edges.key())))
                .toList();
        return new Related(branch, page.get("totalCount") instanceof Integer count ? count : 0, records);
    }

    Row row(List<ConnectionShape.Asked> asked) {
        Map<String, @Nullable Object> values = new HashMap<>();
        int list = 0;
        for (ConnectionShape.Asked field : asked) {
            Object value = switch (field.field()) {
                case "link" -> branch.link().name();
                case "type" -> branch.link().type();
                case "direction" -> branch.link().out() ? "OUT" : "IN";
                case "sector" -> branch.sector();
                case "count" -> count;
                default -> records.get(list++);
            };
            values.put(field.key(), value);
        }
        return new Row("Related", values);
    }

    private static List<Object> some(@Nullable Object one) {
        return one == null ? List.of() : List.of(one);
    }

    private static List<Object> nodes(@Nullable Object edges) {
        return edges instanceof List<?> list
                ? list.stream()
                        .map(edge -> Objects.requireNonNull(((Row) edge).get("node")))
                        .toList()
                : List.of();
    }
}
