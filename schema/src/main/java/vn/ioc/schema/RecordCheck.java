// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that what the directives of a record type name exists and fits together. */
final class RecordCheck {
    private static final Set<String> RESERVED = Set.of(
            "id",
            "sector",
            "date",
            "place",
            "placeNow",
            "audience",
            "updatedAt",
            "flags",
            "source",
            "provenance",
            "history",
            "facts",
            "related",
            "uid",
            "type",
            "version",
            "hash",
            "seq",
            "run",
            "lock");
    private final Map<String, RecordType> types;

    RecordCheck(Map<String, RecordType> types) {
        this.types = types;
    }

    void check() {
        Map<String, String> plurals = new HashMap<>();
        for (RecordType type : types.values()) {
            String other = plurals.putIfAbsent(type.plural(), type.name());
            require(other == null, type, "plural '" + type.plural() + "' is taken by " + other);
            keys(type);
            names(type);
            links(type);
        }
    }

    private void keys(RecordType type) {
        for (String key : type.key()) {
            RecordField field = type.field(key);
            require(field.nonNull() && !field.list(), type, "key field '" + key + "' is not a non-null scalar");
        }
        require(type.field(type.title()).nonNull(), type, "title '" + type.title() + "' may be null");
        type.date()
                .ifPresent(date -> require(
                        Set.of(RecordField.Scalar.DATE, RecordField.Scalar.DATE_TIME)
                                .contains(type.field(date).scalar()),
                        type,
                        "date '" + date + "' is neither Date nor DateTime"));
        for (String order : type.order()) {
            RecordField field = type.field(order);
            boolean key = type.key().contains(order);
            require(
                    field.nonNull() && (field.orderable() || key),
                    type,
                    "default order '" + order + "' is not a non-null, orderable field");
            require(
                    field.personal().isEmpty() || key,
                    type,
                    "default order '" + order + "' is personal; only a key field may be, whose order ids tell anyway");
        }
        for (List<String> index : type.indexes()) {
            require(index.size() > 1, type, "@index(fields:) on a type takes two fields or more");
            index.forEach(type::field);
        }
    }

    private static void names(RecordType type) {
        for (String name : type.fields().keySet()) {
            require(
                    !RESERVED.contains(name),
                    type,
                    "field name '" + name + "' is the hub's own; taken are " + new TreeSet<>(RESERVED));
        }
    }

    private void links(RecordType type) {
        for (RecordLink link : type.links().values()) {
            require(
                    types.containsKey(link.target()),
                    type,
                    "link '" + link.name() + "' ends at '" + link.target() + "', which is no record type; known are "
                            + new TreeSet<>(types.keySet()));
        }
        type.partOf().ifPresent(parent -> toOne(type, parent, "partOf"));
        type.placeThrough().ifPresent(through -> toOne(type, through, "placeThrough"));
        for (String through : type.searchThrough()) {
            require(
                    type.links().containsKey(through),
                    type,
                    "@search(through:) names '" + through + "', which is no link; known are "
                            + new TreeSet<>(type.links().keySet()));
        }
    }

    private static void toOne(RecordType type, String name, String what) {
        boolean fits = type.findLink(name).filter(l -> !l.many()).isPresent();
        require(fits, type, what + " '" + name + "' is not a to-one link of the type");
    }

    private static void require(boolean condition, RecordType type, String message) {
        if (!condition) {
            throw new SchemaException(SchemaException.Reason.INVALID_RECORD, type.name(), message);
        }
    }
}
