// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.PlaceClue;

/** All areas as of one revision of the graph and one today. Immutable; may be asked from any thread. */
public final class AreaCatalog {
    private final Map<String, Area> areas;
    private final Map<String, List<Area>> byCode;
    private final Succession succession;
    private final PlaceResolver resolver;
    private final LocalDate today;
    private final long revision;
    private final Map<String, Set<String>> covers = new ConcurrentHashMap<>();

    /** @param revision number of changes to areas that this catalogue knows */
    public AreaCatalog(Collection<Area> areas, LocalDate today, long revision) {
        Map<String, Area> byUid = new TreeMap<>();
        areas.forEach(a -> byUid.put(a.uid(), a));
        this.areas = Collections.unmodifiableMap(byUid);
        this.byCode = byUid.values().stream().collect(Collectors.groupingBy(Area::code));
        this.today = today;
        this.revision = revision;
        this.succession = new Succession(this.areas);
        this.resolver = new PlaceResolver(this, this.areas, succession);
    }

    /** The same areas on another day. */
    AreaCatalog on(LocalDate day) {
        return new AreaCatalog(areas.values(), day, revision);
    }

    /**
     * The least set of uids that holds the area and is closed under parts, predecessors, and successors all of whose
     * predecessors are in it; sorted, empty for an unknown area.
     */
    public Set<String> covers(String uid) {
        return covers.computeIfAbsent(uid, u -> Collections.unmodifiableSet(succession.covers(u)));
    }

    /** The area with that code on that day; empty when there is not exactly one. Codes are used again over time. */
    public Optional<Area> findByCode(String code, LocalDate day) {
        List<Area> valid = withCode(code).stream().filter(a -> a.validOn(day)).toList();
        return valid.size() == 1 ? Optional.of(valid.getFirst()) : Optional.empty();
    }

    /** The area with that code that is valid today, else the one that ended last; {@code scheme/code} names one itself. */
    public Optional<Area> findLatestByCode(String code) {
        return findExact(code)
                .or(() -> findByCode(code, today))
                .or(() -> withCode(code).stream()
                        .filter(a -> a.validFrom() == null || !a.validFrom().isAfter(today))
                        .max(Comparator.comparing(AreaCatalog::end).thenComparing(Area::uid)));
    }

    public Optional<Area> find(String uid) {
        return Optional.ofNullable(areas.get(uid));
    }

    /**
     * The finest area valid on the day that a clue gives, and today's area that holds it. A code or name that is no
     * longer or not yet valid on the day stands for the one area that holds it then, when there is one.
     */
    public Optional<Resolved> resolve(List<PlaceClue> clues, LocalDate day) {
        return resolver.resolve(clues, day);
    }

    public LocalDate today() {
        return today;
    }

    public long revision() {
        return revision;
    }

    /** All areas, by uid. */
    public Collection<Area> areas() {
        return areas.values();
    }

    /** The area that {@code scheme/code} names; empty for a bare code. */
    Optional<Area> findExact(String code) {
        int slash = code.indexOf('/');
        return withCode(code.substring(slash + 1)).stream()
                .filter(a -> slash > 0 && a.scheme().equals(code.substring(0, slash)))
                .findFirst();
    }

    List<Area> withCode(@Nullable String code) {
        return code == null ? List.of() : byCode.getOrDefault(code, List.of());
    }

    private static LocalDate end(Area area) {
        return area.validTo() == null ? LocalDate.MAX : area.validTo();
    }
}
