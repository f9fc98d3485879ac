// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordType;

/**
 * Indexes of one record type. A page in order needs one index over filter, order and uid; a count needs one over the
 * filter alone, since a composite index leaves out nodes that lack any of its properties.
 */
final class TypeIndexes {
    private final RecordType type;
    private final TypeShape shape;
    private final Set<SchemaItem> items = new LinkedHashSet<>();

    private TypeIndexes(RecordType type) {
        this.type = type;
        this.shape = TypeShape.of(type);
    }

    static Set<SchemaItem> of(RecordType type) {
        TypeIndexes indexes = new TypeIndexes(type);
        indexes.orders();
        indexes.fields();
        indexes.keys();
        return indexes.items;
    }

    private void orders() {
        range(withUid(order()));
        for (List<String> fields : type.indexes()) {
            // The first fields are compared by their values, the last one orders.
            List<String> columns = new ArrayList<>(fields.subList(0, fields.size() - 1));
            columns.add(property(type.field(fields.getLast())));
            range(withUid(columns));
        }
    }

    private void fields() {
        for (RecordField field : type.fields().values()) {
            if (!field.list() && (field.indexed() || field.facet() || type.key().contains(field.name()))) {
                range(List.of(field.name()));
            }
            if (field.indexed() && type.orderable(field)) {
                range(withUid(List.of(property(field))));
            }
            if (TypeShape.comparedByIndex(field)) {
                items.add(new SchemaItem(SchemaItem.Kind.TEXT, type.name(), List.of(field.comparableProperty())));
            }
        }
    }

    private void keys() {
        Stream<String> links = shape.links().stream().flatMap(l -> l.keyProperty().stream());
        Stream.concat(Stream.of(Properties.PLACE, Properties.PLACE_NOW), links)
                .distinct()
                .forEach(key -> {
                    List<String> columns = new ArrayList<>(List.of(key));
                    columns.addAll(order());
                    range(List.of(key));
                    range(withUid(columns));
                });
    }

    private List<String> order() {
        return type.order().stream().map(f -> property(type.field(f))).toList();
    }

    private static String property(RecordField field) {
        return field.sortProperty();
    }

    private static List<String> withUid(List<String> columns) {
        List<String> all = new ArrayList<>(columns);
        all.add(Properties.UID);
        return all;
    }

    private void range(List<String> columns) {
        items.add(new SchemaItem(SchemaItem.Kind.RANGE, type.name(), columns));
    }
}
