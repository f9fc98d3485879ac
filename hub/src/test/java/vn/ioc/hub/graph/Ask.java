// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Builds selections for tests; every field is asked of all types. */
final class Ask {
    private static final Set<String> TYPES =
            Set.of("Petition", "Document", "Organization", "Area", "Contact", "Query", "PageInfo");

    private Ask() {}

    static Selection field(String name, Selection... fields) {
        return field(name, Map.of(), fields);
    }

    static Selection field(String name, Map<String, Object> arguments, Selection... fields) {
        return aliased(name, name, arguments, fields);
    }

    static Selection aliased(String key, String name, Map<String, Object> arguments, Selection... fields) {
        return new Selection(name, key, arguments, TYPES, Arrays.asList(fields));
    }

    static Selection[] fields(String... names) {
        return Stream.of(names).map(Ask::field).toArray(Selection[]::new);
    }

    /** A connection whose edges carry cursor and node, with its counts. */
    static Selection page(String name, Map<String, Object> arguments, Selection... node) {
        return field(
                name,
                arguments,
                field("totalCount"),
                field("edges", field("cursor"), field("node", node)),
                field("pageInfo", fields("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")));
    }

    static List<Row> nodes(Row connection) {
        return edges(connection).stream().map(e -> (Row) e.get("node")).toList();
    }

    @SuppressWarnings("unchecked")
    static List<Row> edges(Row connection) {
        return (List<Row>) connection.get("edges");
    }
}
