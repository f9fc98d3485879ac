// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What an expression may find, before any data: places of the item, and named parts of an object that it builds. */
record Reach(Set<Taken> places, Map<String, Reach> parts) {
    static final Reach NOTHING = new Reach(Set.of(), Map.of());

    static Reach of(Taken place) {
        return new Reach(Set.of(place), Map.of());
    }

    static Reach union(Collection<Reach> all) {
        Set<Taken> places = new LinkedHashSet<>();
        Map<String, Reach> parts = new LinkedHashMap<>();
        for (Reach one : all) {
            places.addAll(one.places());
            one.parts().forEach((name, part) -> parts.merge(name, part, (a, b) -> union(Set.of(a, b))));
        }
        return new Reach(places, parts);
    }

    Reach child(String name) {
        Set<Taken> below = new LinkedHashSet<>();
        places.forEach(place -> below.add(place.child(name)));
        Reach here = new Reach(below, Map.of());
        Reach part = parts.get(name);
        return part == null ? here : union(Set.of(here, part));
    }

    /** Takes all that it may find, whole. */
    Reach take() {
        places.forEach(Taken::takeWhole);
        parts.values().forEach(Reach::take);
        return this;
    }
}
