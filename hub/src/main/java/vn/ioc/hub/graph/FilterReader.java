// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads a filter argument as a condition, negations pushed to the leaves. */
final class FilterReader {
    private final RecordModel model;
    private final RightsReader rights;
    private final Slots slots;
    private final AreaCovers covers;
    private final LeafReader leaves;

    FilterReader(RecordModel model, RightsReader rights, Slots slots, AreaCovers covers) {
        this.model = model;
        this.rights = rights;
        this.slots = slots;
        this.covers = covers;
        this.leaves = new LeafReader(slots);
    }

    /** @param where null or empty: everything */
    Condition read(RecordType type, @Nullable Object where) {
        return read(type, where, false);
    }

    private Condition read(RecordType type, @Nullable Object where, boolean negated) {
        List<Condition> parts = new ArrayList<>();
        Map<String, @Nullable Object> given = object(where);
        given.forEach((name, value) -> {
            if (value != null) {
                parts.add(part(type, name, value, negated));
            }
        });
        if (!negated) {
            byKey(type, given).ifPresent(parts::add);
        }
        return joined(parts, negated);
    }

    private Condition part(RecordType type, String name, Object value, boolean negated) {
        return switch (name) {
            case "and" -> joined(each(type, value, negated), negated);
            case "or" -> joined(each(type, value, negated), !negated);
            case "not" -> read(type, value, !negated);
            default ->
                type.findLink(name)
                        .map(link -> link(link, value, negated))
                        .orElseGet(() -> leaf(type, name, value, negated));
        };
    }

    private List<Condition> each(RecordType type, Object list, boolean negated) {
        return ((List<?>) list)
                .stream().map(where -> read(type, where, negated)).toList();
    }

    private Condition leaf(RecordType type, String name, Object value, boolean negated) {
        Readable field = Readable.find(type, name)
                .orElseThrow(() -> GraphException.badRequest("no filter '" + name + "' on " + type.name()));
        if (rights.visibility(type, field) != Visibility.CLEAR) {
            throw new GraphException(
                    GraphException.Reason.FORBIDDEN_FIELD,
                    "'" + name + "' of " + type.name() + " may not be read, so it cannot be filtered by");
        }
        return joined(leaves.read(field, object(value), negated), negated);
    }

    private Condition link(RecordLink link, Object value, boolean negated) {
        if (link.name().equals("place") && link.keyProperty().equals(Optional.of(Properties.PLACE))) {
            return new PlaceReader(this::linked, slots, covers).read(link, object(value), negated);
        }
        if (!link.many()) {
            return linked(link, value, false, negated);
        }
        List<Condition> parts = new ArrayList<>();
        object(value).forEach((quantifier, where) -> {
            if (where != null) {
                parts.add(
                        switch (quantifier) {
                            case "some" -> linked(link, where, false, negated);
                            case "none" -> linked(link, where, false, !negated);
                            default -> linked(link, where, true, !negated);
                        });
            }
        });
        return joined(parts, negated);
    }

    /** A visible linked record exists that is such, or, inverted, that is not. */
    private Condition linked(RecordLink link, @Nullable Object where, boolean inverted, boolean negated) {
        RecordType target = model.type(link.target());
        Condition such = read(target, where, inverted);
        return rights.of(target)
                .<Condition>map(visible -> new Condition.Linked(link, visible, such, negated))
                .orElse(negated ? Condition.TRUE : Condition.FALSE);
    }

    /** When all key fields are given, the record's uid is known, and one seek finds it. */
    private Optional<Condition> byKey(RecordType type, Map<String, @Nullable Object> given) {
        if (type.local()) {
            return Optional.empty();
        }
        List<String> key = new ArrayList<>();
        for (String field : type.key()) {
            Object value = given.get(field) instanceof Map<?, ?> operators ? operators.get("eq") : null;
            if (value == null) {
                return Optional.empty();
            }
            key.add(Values.text(value));
        }
        int uid = slots.add(type.uid(String.join("/", key)));
        return Optional.of(new Condition.Compare(Properties.UID, Condition.Operator.EQUAL, uid, false));
    }

    /** All of them, or, negated, one at least of what are negations already. */
    static Condition joined(List<Condition> parts, boolean negated) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return negated ? new Condition.Any(parts) : new Condition.All(parts);
    }

    static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            new java.util.TreeMap<>(map).forEach((k, v) -> object.put(String.valueOf(k), v));
        }
        return object;
    }
}
