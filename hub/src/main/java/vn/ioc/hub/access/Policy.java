// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import vn.ioc.schema.RecordModel;

/** Turns a caller into {@link Rights}: the union of what the caller's own roles grant; unknown roles grant nothing. */
public final class Policy {
    private final RecordModel model;
    private final Function<String, Set<String>> covers;

    /** @param covers uids of covers(A) for an area code as a token carries it; empty for an unknown code */
    public Policy(RecordModel model, Function<String, Set<String>> covers) {
        this.model = model;
        this.covers = covers;
    }

    public Rights rightsOf(Caller caller) {
        List<Grant> grants = new ArrayList<>();
        Map<String, Visibility> personal = new TreeMap<>();
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (String name : new TreeSet<>(caller.roles())) {
            Optional.ofNullable(Role.BY_NAME.get(name)).ifPresent(role -> {
                grants.addAll(grants(role, caller.areas()));
                role.personal().forEach((kind, shown) -> personal.merge(kind, shown, Policy::wider));
                capabilities.addAll(role.capabilities());
            });
        }
        return new Rights(grants.stream().distinct().toList(), personal, capabilities);
    }

    private List<Grant> grants(Role role, Collection<String> codes) {
        List<Grant> grants = new ArrayList<>();
        Set<String> sectors = role.sectors().equals(Role.ALL) ? model.sectors() : role.sectors();
        if (!sectors.isEmpty()) {
            grants.add(
                    new Grant(sectors, role.audiences(), role.bound() ? Optional.of(areas(codes)) : Optional.empty()));
        }
        if (role.reference() && !sectors.containsAll(Role.REFERENCE)) {
            grants.add(new Grant(Role.REFERENCE, role.audiences(), Optional.empty()));
        }
        return grants;
    }

    private Set<String> areas(Collection<String> codes) {
        Set<String> uids = new TreeSet<>();
        codes.forEach(code -> uids.addAll(covers.apply(code)));
        return uids;
    }

    private static Visibility wider(Visibility a, Visibility b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
