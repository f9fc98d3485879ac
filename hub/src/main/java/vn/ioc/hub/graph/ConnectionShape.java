// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;
import java.util.Optional;
import vn.ioc.schema.RecordLink;

/**
 * A page of records of one type.
 *
 * @param steps properties of the type's default order: never missing, and an index ends in them
 * @param rights empty = nothing of the type is visible, and the page is empty
 * @param far where the scan starts when the filter names one linked record by its key; it stands for the link then
 * @param list number of the list's name, for cursors
 */
record ConnectionShape(
        String type,
        List<String> steps,
        Source source,
        Optional<RightsShape> rights,
        Optional<Far> far,
        Condition where,
        Order order,
        Page page,
        Wanted wanted,
        int list) {

    /** Where its records come from. */
    sealed interface Source {}

    /** All of the type. */
    record Everything() implements Source {}

    /** Those that the anchor is linked with. @param flipped the link is one of the records', which ends at the anchor */
    record Related(RecordLink link, boolean flipped) implements Source {}

    /** Those whose property holds the anchor's uid. */
    record Keyed(String property) implements Source {}

    /** Those whose place, then or now, the anchor covers. */
    record InTerritory() implements Source {}

    /** A record that is found by its uid: the anchor of the scan. */
    record Far(String type, RightsShape rights, Condition such) {}

    /** What is asked of the page, each alias by itself. */
    record Wanted(List<String> totalCount, List<Edges> edges, List<Info> pageInfo) {
        Wanted {
            totalCount = List.copyOf(totalCount);
            edges = List.copyOf(edges);
            pageInfo = List.copyOf(pageInfo);
        }

        boolean rows() {
            return !edges.isEmpty() || !pageInfo.isEmpty();
        }

        boolean lookAhead() {
            return pageInfo.stream().anyMatch(i -> i.asks("hasNextPage") || i.asks("hasPreviousPage"));
        }

        boolean cursors() {
            return edges.stream().anyMatch(e -> !e.cursor().isEmpty())
                    || pageInfo.stream().anyMatch(i -> i.asks("startCursor") || i.asks("endCursor"));
        }

        List<RecordShape> nodes() {
            return edges.stream()
                    .flatMap(e -> e.nodes().stream())
                    .map(Node::shape)
                    .toList();
        }
    }

    /** {@code edges} under one key. */
    record Edges(String key, List<String> cursor, List<Node> nodes) {
        Edges {
            cursor = List.copyOf(cursor);
            nodes = List.copyOf(nodes);
        }
    }

    /** {@code node} under one key. */
    record Node(String key, RecordShape shape) {}

    /** {@code pageInfo} under one key. */
    record Info(String key, List<Asked> fields) {
        Info {
            fields = List.copyOf(fields);
        }

        boolean asks(String field) {
            return fields.stream().anyMatch(f -> f.field().equals(field));
        }
    }

    /** A field of {@code pageInfo} under one key. */
    record Asked(String field, String key) {}
}
