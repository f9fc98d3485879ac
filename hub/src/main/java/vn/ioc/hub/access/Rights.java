// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * What one caller may read: the one predicate that every path takes. Rights are the union of what the caller's own roles
 * grant. Equal rights are equal values, so that plans and caches may be keyed by them.
 *
 * @param personal visibility by kind of personal value; a kind that is absent is hidden
 */
public record Rights(List<Grant> grants, Map<String, Visibility> personal, Set<Capability> capabilities) {
    public static final Rights NONE = new Rights(List.of(), Map.of(), Set.of());

    public Rights {
        grants = List.copyOf(grants);
        personal = Map.copyOf(personal);
        capabilities = Set.copyOf(capabilities);
    }

    /** The Java evaluation of the predicate; the compiled ones agree with it. */
    public boolean sees(Subject subject, RecordModel model) {
        Optional<RecordType> type = model.findType(subject.type());
        return type.filter(this::mayReadType).isPresent() && grants.stream().anyMatch(g -> g.covers(subject));
    }

    /**
     * The grants that can make a record of the type visible; their union is the type's predicate. Empty = nothing of the
     * type is visible. The sector is decided here, since a type has one.
     */
    public List<Grant> grantsFor(RecordType type) {
        if (!mayReadType(type)) {
            return List.of();
        }
        return grants.stream()
                .filter(g -> g.sectors().contains(type.sector())
                        && !g.audiences().isEmpty()
                        && g.areas().map(a -> !a.isEmpty()).orElse(true))
                .distinct()
                .toList();
    }

    /** How a field's value is shown to this caller. */
    public Visibility visibility(RecordField field) {
        return field.personal()
                .map(kind -> personal.getOrDefault(kind, Visibility.HIDDEN))
                .orElse(Visibility.CLEAR);
    }

    public boolean has(Capability capability) {
        return capabilities.contains(capability);
    }

    private boolean mayReadType(RecordType type) {
        return type.personal()
                .map(kind -> personal.getOrDefault(kind, Visibility.HIDDEN) != Visibility.HIDDEN)
                .orElse(true);
    }
}
