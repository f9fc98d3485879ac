// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.integrations.change.PlaceClue;

/** Turns a record's clues into an area; a clue that fits no area, or several, says nothing. */
final class PlaceResolver {
    private final AreaCatalog catalog;
    private final Succession succession;
    private final AreaNames names;
    private final AreaPolygons polygons;

    PlaceResolver(AreaCatalog catalog, Map<String, Area> areas, Succession succession) {
        this.catalog = catalog;
        this.succession = succession;
        this.names = new AreaNames(areas.values());
        this.polygons = new AreaPolygons(areas.values());
    }

    /** The finest place that a clue gives; among equally fine ones one that is known today, then the first clue's. */
    Optional<Resolved> resolve(List<PlaceClue> clues, LocalDate day) {
        List<Resolved> found = new ArrayList<>();
        clues.forEach(clue -> resolve(clue, day).ifPresent(found::add));
        return found.stream()
                .min(Comparator.comparingInt((Resolved r) -> -succession.depth(r.place()))
                        .thenComparingInt(r -> r.placeNow().isPresent() ? 0 : 1));
    }

    private Optional<Resolved> resolve(PlaceClue clue, LocalDate day) {
        return switch (clue) {
            case PlaceClue.ByCode code -> byCode(code.code(), day).map(this::now);
            case PlaceClue.ByName name ->
                byName(name.text(), name.within(), day).map(this::now);
            case PlaceClue.ByPoint at -> byPoint(at.point(), day);
        };
    }

    private Resolved now(String place) {
        return new Resolved(place, succession.holder(place, catalog.today()));
    }

    private Optional<String> byCode(String code, LocalDate day) {
        Optional<Area> exact = catalog.findExact(code);
        return exact.isPresent()
                ? exact.flatMap(a -> atOtherTime(a, day).or(() -> Optional.of(a.uid())))
                : onlyOne(on(catalog.withCode(code), day));
    }

    /** Those valid on the day; when none is, the one that holds each of them then. */
    private Set<String> on(List<Area> candidates, LocalDate day) {
        Set<String> valid = candidates.stream()
                .filter(a -> a.validOn(day))
                .map(Area::uid)
                .collect(Collectors.toCollection(TreeSet::new));
        if (valid.isEmpty()) {
            candidates.forEach(a -> succession.holder(a.uid(), day).ifPresent(valid::add));
        }
        return valid;
    }

    private Optional<Resolved> byPoint(GeoPoint point, LocalDate day) {
        List<Area> holding = polygons.holding(point);
        Set<String> then = finest(holding.stream().filter(a -> a.validOn(day)).toList());
        Optional<String> place = then.isEmpty()
                ? succession.commonHolder(
                        finest(holding).stream()
                                .flatMap(a -> catalog.find(a).flatMap(f -> atOtherTime(f, day)).stream())
                                .toList(),
                        day)
                : succession.commonHolder(then, day);
        Set<String> today =
                finest(holding.stream().filter(a -> a.validOn(catalog.today())).toList());
        return place.map(p -> new Resolved(p, onlyOne(today).or(() -> succession.holder(p, catalog.today()))));
    }

    /** The area valid on the day that holds an area: itself, its successor, or what held its predecessors. */
    private Optional<String> atOtherTime(Area area, LocalDate day) {
        boolean later = area.validFrom() != null && day.isBefore(area.validFrom());
        return later ? succession.formerHolder(area.uid(), day) : succession.holder(area.uid(), day);
    }

    private Set<String> finest(List<Area> candidates) {
        int depth = candidates.stream()
                .mapToInt(a -> succession.depth(a.uid()))
                .max()
                .orElse(0);
        return candidates.stream()
                .map(Area::uid)
                .filter(u -> succession.depth(u) == depth)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<String> byName(String text, String within, LocalDate day) {
        Set<String> allowed = catalog.findLatestByCode(within)
                .map(a -> catalog.covers(a.uid()))
                .orElse(Set.of());
        Set<String> named = new TreeSet<>();
        for (AreaNames.Match match : names.find(text)) {
            Set<String> fit = fit(match.exact(), allowed, day);
            if (fit.isEmpty()) {
                fit = fit(match.areas(), allowed, day);
            }
            if (fit.isEmpty()) {
                continue;
            }
            // A bare name that a district and its own commune share means the district: nothing says more.
            Optional<String> one = coarsest(fit);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            named.add(one.get());
        }
        return named.stream()
                .filter(u -> succession.chain(u).containsAll(named))
                .findFirst();
    }

    private Set<String> fit(List<Area> candidates, Set<String> allowed, LocalDate day) {
        Set<String> fit =
                on(candidates.stream().filter(a -> allowed.contains(a.uid())).toList(), day);
        fit.retainAll(allowed);
        return fit;
    }

    /** The one that all the others are part of. */
    private Optional<String> coarsest(Set<String> uids) {
        return uids.stream()
                .filter(c -> uids.stream().allMatch(u -> succession.chain(u).contains(c)))
                .findFirst();
    }

    private static Optional<String> onlyOne(Set<String> uids) {
        return uids.size() == 1 ? Optional.of(uids.iterator().next()) : Optional.empty();
    }
}
