// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Builds selections for tests; every field is asked of all types. */
public final class Ask {
    private static final Set<String> TYPES = RecordModel.withBuiltIn(List.of()).types().stream()
            .map(RecordType::name)
            .collect(Collectors.toUnmodifiableSet());

    private Ask() {}

    public static Selection field(String name, Selection... fields) {
        return field(name, Map.of(), fields);
    }

    public static Selection field(String name, Map<String, Object> arguments, Selection... fields) {
        return aliased(name, name, arguments, fields);
    }

    public static Selection aliased(String key, String name, Map<String, Object> arguments, Selection... fields) {
        return new Selection(name, key, arguments, TYPES, Arrays.asList(fields));
    }

    public static Selection[] fields(String... names) {
        return Stream.of(names).map(Ask::field).toArray(Selection[]::new);
    }

    /** A connection whose edges carry cursor and node, with its counts. */
    public static Selection page(String name, Map<String, Object> arguments, Selection... node) {
        return field(
                name,
                arguments,
                field("totalCount"),
                field("edges", field("cursor"), field("node", node)),
                field("pageInfo", fields("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")));
    }

    public static List<Row> nodes(Row connection) {
        return edges(connection).stream().map(e -> (Row) e.get("node")).toList();
    }

    @SuppressWarnings("unchecked")
    public static List<Row> edges(Row connection) {
        return (List<Row>) connection.get("edges");
    }
}
