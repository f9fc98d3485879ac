// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How areas hold, follow and precede each other. Cycles in the data end the walk, never the program. */
final class Succession {
    private final Map<String, Area> areas;
    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Map<String, Set<String>> successors = new HashMap<>();

    Succession(Map<String, Area> areas) {
        this.areas = areas;
        for (Area area : areas.values()) {
            if (area.parent() != null) {
                parts.computeIfAbsent(area.parent(), p -> new TreeSet<>()).add(area.uid());
            }
            area.predecessors()
                    .forEach(p ->
                            successors.computeIfAbsent(p, s -> new TreeSet<>()).add(area.uid()));
        }
    }

    /**
     * The least set that holds the area and is closed under parts, predecessors, and successors all of whose
     * predecessors are in it. A predecessor that has not arrived is in no set but through its successor.
     */
    Set<String> covers(String uid) {
        Set<String> covered = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(uid));
        while (!open.isEmpty()) {
            String next = open.pop();
            Area area = areas.get(next);
            if (area == null || !covered.add(next)) {
                continue;
            }
            open.addAll(parts.getOrDefault(next, Set.of()));
            open.addAll(area.predecessors());
            successors.getOrDefault(next, Set.of()).stream()
                    .filter(s -> covered.containsAll(predecessors(s)))
                    .forEach(open::add);
        }
        return covered;
    }

    /** The areas valid on the day among which the area's territory lies: itself, or its successors', or its parts'. */
    Set<String> holders(String uid, LocalDate day) {
        Set<String> found = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(uid));
        while (!open.isEmpty()) {
            Area area = areas.get(open.pop());
            if (area == null || !seen.add(area.uid())) {
                continue;
            }
            if (area.validOn(day)) {
                found.add(area.uid());
            } else if (area.validFrom() == null || area.validFrom().isBefore(day)) {
                Set<String> next = successors.getOrDefault(area.uid(), Set.of());
                open.addAll(next.isEmpty() ? parts.getOrDefault(area.uid(), Set.of()) : next);
            }
        }
        return found;
    }

    /** The one area valid on the day that holds the area's territory; empty when there are several or none. */
    Optional<String> holder(String uid, LocalDate day) {
        Set<String> holders = holders(uid, day);
        return holders.size() == 1 ? Optional.of(holders.iterator().next()) : Optional.empty();
    }

    /**
     * The finest area valid on an earlier day that surely holds all of the area: its one predecessor, else what holds
     * all predecessors. Empty when a predecessor has not arrived.
     */
    Optional<String> formerHolder(String uid, LocalDate day) {
        Set<String> former = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(uid));
        while (!open.isEmpty()) {
            String next = open.pop();
            Area area = areas.get(next);
            if (area == null) {
                return Optional.empty();
            }
            if (!seen.add(next)) {
                continue;
            }
            if (area.validOn(day)) {
                former.add(next);
            } else {
                open.addAll(area.predecessors());
            }
        }
        return commonHolder(former, day);
    }

    /** The finest area valid on the day that is each of the areas or holds it. */
    Optional<String> commonHolder(Collection<String> uids, LocalDate day) {
        Set<String> common = null;
        for (String uid : uids) {
            Set<String> chain = chain(uid);
            if (common == null) {
                common = new LinkedHashSet<>(chain);
            } else {
                common.retainAll(chain);
            }
        }
        return common == null
                ? Optional.empty()
                : common.stream().filter(u -> validOn(u, day)).findFirst();
    }

    /** The area and those that it is part of, finest first. */
    Set<String> chain(String uid) {
        Set<String> chain = new LinkedHashSet<>();
        Area area = areas.get(uid);
        while (area != null && chain.add(area.uid())) {
            area = area.parent() == null ? null : areas.get(area.parent());
        }
        return chain;
    }

    private Set<String> predecessors(String uid) {
        Area area = areas.get(uid);
        return area == null ? Set.of() : area.predecessors();
    }

    private boolean validOn(String uid, LocalDate day) {
        Area area = areas.get(uid);
        return area != null && area.validOn(day);
    }

    /** How many areas the area is part of. */
    int depth(String uid) {
        return chain(uid).size() - 1;
    }
}
