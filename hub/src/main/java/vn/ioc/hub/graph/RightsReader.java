// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import vn.ioc.hub.access.Grant;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.RecordType;

/** The rights of one caller as shapes, one per type; the same type shares its slots all over a question. */
final class RightsReader {
    private final Rights rights;
    private final Slots slots;
    private final Map<String, Optional<RightsShape>> types = new HashMap<>();
    private final Map<Object, Integer> shared = new HashMap<>();

    RightsReader(Rights rights, Slots slots) {
        this.rights = rights;
        this.slots = slots;
    }

    /** Empty: nothing of the type is visible. */
    Optional<RightsShape> of(RecordType type) {
        return types.computeIfAbsent(type.name(), name -> shape(rights.grantsFor(type)));
    }

    /** How values of a field are shown; whether the record is shown at all, its type's kind has decided in {@link #of}. */
    Visibility visibility(RecordType type, Readable field) {
        return kind(field.personal());
    }

    private Visibility kind(Optional<String> personal) {
        return personal.map(k -> rights.personal().getOrDefault(k, Visibility.HIDDEN))
                .orElse(Visibility.CLEAR);
    }

    private Optional<RightsShape> shape(List<Grant> grants) {
        Map<Optional<Set<String>>, Set<String>> merged = new LinkedHashMap<>();
        grants.forEach(
                g -> merged.computeIfAbsent(g.areas(), a -> new TreeSet<>()).addAll(g.audiences()));
        List<RightsShape.GrantShape> shapes = new ArrayList<>();
        merged.forEach((areas, audiences) -> shapes.add(new RightsShape.GrantShape(
                slot(audiences), areas.map(a -> OptionalInt.of(slot(a))).orElse(OptionalInt.empty()))));
        return shapes.isEmpty() ? Optional.empty() : Optional.of(new RightsShape(shapes));
    }

    private int slot(Set<String> values) {
        return shared.computeIfAbsent(values, v -> slots.add(List.copyOf(values)));
    }
}
