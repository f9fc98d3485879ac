// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads {@code provenance, facts, history} as columns. */
final class ToldReader {
    private static final Map<String, Told.Kind> KINDS =
            Map.of("provenance", Told.Kind.PROVENANCE, "facts", Told.Kind.FACTS, "history", Told.Kind.HISTORY);

    private final RecordModel model;
    private final RightsReader rights;
    private final Slots slots;
    private final FieldOwner owners;

    ToldReader(RecordModel model, RightsReader rights, Slots slots, FieldOwner owners) {
        this.model = model;
        this.rights = rights;
        this.slots = slots;
        this.owners = owners;
    }

    /** Empty: the field is no such one, or nothing of the type is for the caller. */
    Optional<Told> find(RecordType type, Selection field) {
        return Optional.ofNullable(KINDS.get(field.name()))
                .flatMap(kind -> rights.of(type).map(own -> read(type, kind, own, field)));
    }

    private Told read(RecordType type, Told.Kind kind, RightsShape own, Selection field) {
        List<RecordLink> links = kind == Told.Kind.FACTS ? type.declaredLinks() : List.of();
        Map<String, Told.Target> targets = new LinkedHashMap<>();
        links.forEach(link -> rights.of(model.type(link.target()))
                .ifPresent(shape -> targets.put(link.target(), new Told.Target(link.target(), shape))));
        List<TextField> fields = new ArrayList<>();
        for (RecordField stored : type.fields().values()) {
            Readable readable = Readable.find(type, stored.name()).orElseThrow();
            Visibility visibility = rights.visibility(type, readable);
            if (visibility != Visibility.HIDDEN) {
                fields.add(new TextField(
                        stored.name(), shown(visibility, readable), owners.find(type.name(), stored.name()), false));
            }
        }
        links.stream()
                .filter(link -> targets.containsKey(link.target()))
                .forEach(link -> fields.add(
                        new TextField(link.name(), Visibility.CLEAR, owners.find(type.name(), link.name()), true)));
        int size = kind == Told.Kind.HISTORY ? PageReader.size(field.arguments()) : 0;
        Object after = field.arguments().get("after");
        return new Told(
                List.of(field.key()),
                kind,
                own,
                fields,
                List.copyOf(targets.values()),
                asked(field),
                slots.keep(new Told.Arguments(
                        names(type, field.arguments().get("fields")), size, after == null ? "" : after.toString())));
    }

    /** Like the field itself: of what is masked only texts are shown. */
    private static Visibility shown(Visibility visibility, Readable field) {
        return visibility == Visibility.MASKED && field.scalar() != Scalar.STRING ? Visibility.HIDDEN : visibility;
    }

    private static Set<String> names(RecordType type, @org.jspecify.annotations.Nullable Object given) {
        Set<String> names = new TreeSet<>();
        if (given instanceof List<?> list) {
            for (Object one : list) {
                String name = String.valueOf(one);
                if (type.findField(name).isEmpty() && type.findLink(name).isEmpty()) {
                    throw GraphException.badRequest("no field '" + name + "' on " + type.name());
                }
                names.add(name);
            }
        }
        return names;
    }

    private static List<Told.Asked> asked(Selection field) {
        return field.fields().stream()
                .map(f -> new Told.Asked(f.name(), f.key(), asked(f)))
                .toList();
    }
}
