// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import vn.ioc.schema.Properties;

/**
 * Finds the documents whose linked titles are out of date after some records changed or went: those that lack a title by which
 * they should be found, or have one by which they should not. One pass by uid; what is written meanwhile is fresh.
 *
 * @param alias of the index to look through
 * @param before outbox number of the first change that caused it
 * @param stale what a document out of date matches
 * @param after uid that was reached
 */
record Relink(String alias, long before, Query stale, String after) {
    static final int PAGE = 500;

    /**
     * @param changed uids of the records that changed
     * @param affected some of what gives other titles since
     * @param all uids of all of it
     */
    static Relink of(
            String alias, long before, Collection<String> changed, List<Through> affected, Collection<String> all) {
        List<Query> reasons = new ArrayList<>();
        for (Through through : affected) {
            reasons.add(Query.of(q -> q.bool(b -> b.filter(term(IndexFields.THROUGH, through.uid()))
                    .mustNot(term(IndexFields.THROUGH_SIGNS, through.sign())))));
        }
        Query reached = terms(IndexFields.THROUGH, all);
        reasons.add(Query.of(q ->
                q.bool(b -> b.filter(terms(IndexFields.LINKED, changed)).mustNot(reached))));
        Query stale = Query.of(q -> q.bool(b -> b.should(reasons).minimumShouldMatch("1")));
        return new Relink(alias, before, stale, "");
    }

    /** uids of the next documents that are out of date, ascending; fewer than {@link #PAGE} = the last ones. */
    List<String> next(IndexStore store) {
        return IndexStore.call(() -> store.client()
                        .search(
                                s -> s.index(alias)
                                        .query(q -> q.bool(b -> b.filter(stale)))
                                        .size(PAGE)
                                        .source(f -> f.fetch(false))
                                        .trackTotalHits(t -> t.enabled(false))
                                        .sort(o -> o.field(
                                                f -> f.field(Properties.UID).order(SortOrder.Asc)))
                                        .searchAfter(List.of(FieldValue.of(after))),
                                Void.class))
                .hits()
                .hits()
                .stream()
                .map(hit -> Objects.requireNonNull(hit.id()))
                .toList();
    }

    Relink from(String uid) {
        return new Relink(alias, before, stale, uid);
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query terms(String field, Collection<String> values) {
        List<FieldValue> bound = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(bound))));
    }
}
