// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** All record types, those first that others take their place from. */
final class Shapes {
    private final Map<String, TypeShape> ordered = new LinkedHashMap<>();
    private final Set<String> shared = new TreeSet<>();

    /** @throws IngestException when types take their place from each other in a circle */
    Shapes(RecordModel model) {
        Map<String, TypeShape> all = new LinkedHashMap<>();
        for (RecordType type : model.types()) {
            all.put(type.name(), TypeShape.of(type));
        }
        all.values().forEach(shape -> place(shape, all, new LinkedHashSet<>()));
        for (TypeShape shape : ordered.values()) {
            for (RecordLink link : shape.links()) {
                TypeShape other = all.get(link.target());
                if (other != null && other.relationships(!link.out()).contains(link.type())) {
                    shared.add(link.type());
                }
            }
        }
    }

    private void place(TypeShape shape, Map<String, TypeShape> all, Set<String> path) {
        if (ordered.containsKey(shape.name())) {
            return;
        }
        if (!path.add(shape.name())) {
            throw new IngestException(
                    IngestException.Reason.INVALID_MODEL,
                    "partOf and placeThrough run in a circle: " + path + "; a record's place would depend on itself");
        }
        Stream.of(shape.parent(), shape.through())
                .flatMap(Optional::stream)
                .map(link -> all.get(link.target()))
                .forEach(target -> place(target, all, path));
        path.remove(shape.name());
        ordered.put(shape.name(), shape);
    }

    /** Those first that others take from. */
    List<TypeShape> inOrder() {
        return List.copyOf(ordered.values());
    }

    TypeShape shape(String type) {
        return find(type)
                .orElseThrow(() -> new IngestException(
                        IngestException.Reason.INVALID_CHANGE, "no record type '" + type + "' in the model"));
    }

    Optional<TypeShape> find(String type) {
        return Optional.ofNullable(ordered.get(type));
    }

    /** The shape of the record with that uid; its type stands before the colon. */
    TypeShape ofUid(String uid) {
        return shape(uid.substring(0, Math.max(uid.indexOf(':'), 0)));
    }

    /** Whether both ends of a relationship type may declare it; then each end claims what it says. */
    boolean shared(String relationship) {
        return shared.contains(relationship);
    }

    /** Types whose records are part of records of the type. */
    List<TypeShape> partsOf(String type) {
        return ordered.values().stream()
                .filter(s -> s.parent().filter(p -> p.target().equals(type)).isPresent())
                .toList();
    }

    /** Types whose records may be placed by records of the type. */
    List<TypeShape> placedThrough(String type) {
        List<TypeShape> found = new ArrayList<>();
        ordered.values().stream()
                .filter(s -> s.through().filter(t -> t.target().equals(type)).isPresent())
                .forEach(found::add);
        return found;
    }
}
