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

    /** Empty: the field is no such one. */
    Optional<Told> find(RecordType type, Selection field) {
        return Optional.ofNullable(KINDS.get(field.name())).map(kind -> read(type, kind, field));
    }

    private Told read(RecordType type, Told.Kind kind, Selection field) {
        List<RecordLink> links = kind == Told.Kind.FACTS ? type.declaredLinks() : List.of();
        Map<String, Told.Target> targets = new LinkedHashMap<>();
        links.forEach(link -> rights.of(model.type(link.target()))
                .ifPresent(shape -> targets.put(link.target(), new Told.Target(link.target(), shape))));
        List<TextField> fields = new ArrayList<>();
        for (RecordField own : type.fields().values()) {
            Visibility visibility =
                    rights.visibility(type, Readable.find(type, own.name()).orElseThrow());
            if (visibility != Visibility.HIDDEN) {
                fields.add(new TextField(own.name(), visibility, owners.find(type.name(), own.name()), false));
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
                fields,
                List.copyOf(targets.values()),
                asked(field),
                slots.keep(new Told.Arguments(
                        names(type, field.arguments().get("fields")), size, after == null ? "" : after.toString())));
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
