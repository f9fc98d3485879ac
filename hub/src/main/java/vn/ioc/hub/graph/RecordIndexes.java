// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * The indexes that the reading side counts on, derived from the record model: a statement is shaped so that one of these
 * serves it, and every column of that one is bound.
 */
public final class RecordIndexes {
    private RecordIndexes() {}

    /** Cypher that creates what is missing: the uniqueness of uids, then range and text indexes; each may be run again. */
    public static List<String> statements(RecordModel model) {
        Set<String> statements = new LinkedHashSet<>();
        statements.add("CREATE CONSTRAINT entity_uid IF NOT EXISTS FOR (n:" + Properties.ENTITY + ") REQUIRE n."
                + Properties.UID + " IS UNIQUE");
        for (RecordType type : model.types()) {
            ranges(type).forEach(index -> statements.add(range(type, index)));
            texts(type)
                    .forEach(property -> statements.add("CREATE TEXT INDEX " + name(type, List.of(property), "text")
                            + " IF NOT EXISTS FOR (n:" + type.name() + ") ON (n." + property + ")"));
        }
        return List.copyOf(statements);
    }

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
        placeAndKeys(type).forEach(property -> orders.add(prefixed(property, type)));
        return orders;
    }

    static List<String> defaultOrder(RecordType type) {
        return type.order().stream().map(f -> type.field(f).sortProperty()).toList();
    }

    private static Set<List<String>> ranges(RecordType type) {
        Set<List<String>> ranges = new LinkedHashSet<>();
        orders(type).forEach(order -> {
            List<String> index = new ArrayList<>(order);
            index.add(Properties.UID);
            ranges.add(index);
        });
        Stream.concat(
                        type.fields().values().stream().filter(RecordField::indexed),
                        type.key().stream().map(type::field))
                .filter(f -> !f.sortProperty().equals(f.name()))
                .forEach(f -> ranges.add(List.of(f.name(), Properties.UID)));
        return ranges;
    }

    private static Stream<String> placeAndKeys(RecordType type) {
        return type.links().values().stream()
                .filter(l -> !l.many() && l.out())
                .map(RecordLink::keyProperty)
                .flatMap(Optional::stream);
    }

    private static List<String> prefixed(String property, RecordType type) {
        List<String> prefixed = new ArrayList<>(List.of(property));
        prefixed.addAll(defaultOrder(type));
        return prefixed;
    }

    private static Set<String> texts(RecordType type) {
        Set<String> texts = new LinkedHashSet<>();
        type.fields().values().stream()
                .filter(f -> f.isText() && f.search().filter(s -> s.boost() > 1).isPresent())
                .forEach(f -> texts.add(f.comparableProperty()));
        return texts;
    }

    private static String range(RecordType type, List<String> properties) {
        return "CREATE RANGE INDEX " + name(type, properties, "range") + " IF NOT EXISTS FOR (n:" + type.name()
                + ") ON ("
                + String.join(", ", properties.stream().map(p -> "n." + p).toList()) + ")";
    }

    private static String name(RecordType type, List<String> properties, String kind) {
        return "record_" + type.name() + "_" + String.join("_", properties) + "_" + kind;
    }
}
