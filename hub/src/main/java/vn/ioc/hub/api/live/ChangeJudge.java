// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Subject;
import vn.ioc.hub.ingest.OutboxRow;
import vn.ioc.hub.ingest.PolicyAttributes;
import vn.ioc.hub.search.SearchWhere;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordModel;

/**
 * Says what a change is to one subscriber: by rights and filter, on what the record was before and is after.
 *
 * @param types names of record types; empty = all
 */
record ChangeJudge(RecordModel model, SearchWhere where, Set<String> types) {
    /** What a change is to a subscriber. */
    enum Kind {
        UPSERTED,
        LEFT
    }

    /** Empty when the subscriber saw nothing of it before and sees nothing of it now. */
    Optional<Kind> judge(OutboxRow row, Rights rights) {
        if (!types.isEmpty() && !types.contains(row.type())) {
            return Optional.empty();
        }
        if (sees(row, row.after(), rights)) {
            return Optional.of(Kind.UPSERTED);
        }
        return sees(row, row.before(), rights) ? Optional.of(Kind.LEFT) : Optional.empty();
    }

    private boolean sees(OutboxRow row, Optional<PolicyAttributes> state, Rights rights) {
        return state.filter(s -> rights.sees(
                        new Subject(
                                row.type(),
                                s.sector(),
                                s.audience(),
                                s.place().orElse(null),
                                s.placeNow().orElse(null)),
                        model))
                .filter(s -> matches(where, row.type(), s))
                .isPresent();
    }

    private static boolean matches(SearchWhere where, String type, PolicyAttributes state) {
        return switch (where) {
            case SearchWhere.And and -> and.all().stream().allMatch(w -> matches(w, type, state));
            case SearchWhere.Or or -> or.any().stream().anyMatch(w -> matches(w, type, state));
            case SearchWhere.Not not -> !matches(not.what(), type, state);
            case SearchWhere.In in ->
                values(in.attribute(), type, state).stream().anyMatch(in.values()::contains);
            case SearchWhere.Present present ->
                !values(present.attribute(), type, state).isEmpty();
            case SearchWhere.Within within ->
                state.place().filter(within.areas()::contains).isPresent()
                        || state.placeNow().filter(within.areas()::contains).isPresent();
            case SearchWhere.Dated dated ->
                state.values(Properties.DATE).stream()
                        .map(LocalDate::parse)
                        .anyMatch(day -> dated.from()
                                        .map(from -> !day.isBefore(from))
                                        .orElse(true)
                                && dated.to().map(to -> !day.isAfter(to)).orElse(true));
        };
    }

    private static Set<String> values(SearchWhere.Attribute attribute, String type, PolicyAttributes state) {
        return switch (attribute) {
            case SearchWhere.Attribute.Facet facet -> state.values(facet.name());
            case SearchWhere.Attribute.Common common ->
                switch (common.name()) {
                    case "type" -> Set.of(type);
                    case "sector" -> Set.of(state.sector());
                    case "place" -> state.place().map(Set::of).orElse(Set.of());
                    default -> state.values(common.name());
                };
        };
    }
}
