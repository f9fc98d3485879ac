// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordType;

/**
 * The orders that indexes give, derived from the record model as the writing side derives the indexes: a statement is shaped
 * so that one of these serves it, and every column of that one is bound.
 */
final class RecordIndexes {
    private RecordIndexes() {}

    /** Orders that an index of the type gives, uid left out: properties that a filter may bind first, order fields last. */
    static List<List<String>> orders(RecordType type) {
        List<List<String>> orders = new ArrayList<>();
        orders.add(defaultOrder(type));
        type.fields().values().stream()
                .filter(f -> f.indexed() && type.orderable(f))
                .forEach(f -> orders.add(List.of(f.sortProperty())));
        for (List<String> fields : type.indexes()) {
            List<String> properties = new ArrayList<>(fields.subList(0, fields.size() - 1));
            properties.add(type.field(fields.getLast()).sortProperty());
            orders.add(properties);
        }
        type.links().values().stream()
                .filter(l -> !l.many() && l.out())
                .map(RecordLink::keyProperty)
                .flatMap(Optional::stream)
                .forEach(property -> orders.add(prefixed(property, type)));
        return orders;
    }

    static List<String> defaultOrder(RecordType type) {
        return type.order().stream().map(f -> type.field(f).sortProperty()).toList();
    }

    private static List<String> prefixed(String property, RecordType type) {
        List<String> prefixed = new ArrayList<>(List.of(property));
        prefixed.addAll(defaultOrder(type));
        return prefixed;
    }
}
