// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import vn.ioc.schema.Properties;

/**
 * Finds the documents whose linked titles are out of date after some records changed or went: those that lack a title which
 * they should be searched by, or have one that they should not. One pass by uid; what is written meanwhile is fresh.
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
     * @param reaches what is searched by those of them that still exist
     */
    static Relink of(String alias, long before, Collection<String> changed, List<IndexSource.Reach> reaches) {
        List<Query> gone = changed.stream()
                .filter(uid -> reaches.stream().noneMatch(r -> r.title().uid().equals(uid)))
                .map(uid -> term(IndexFields.LINKED, uid))
                .toList();
        Query stale = Query.of(q -> q.bool(b -> {
            b.should(gone);
            for (IndexSource.Reach reach : reaches) {
                Query reached = terms(IndexFields.THROUGH, reach.over());
                b.should(s -> s.bool(x -> x.filter(reached)
                        .mustNot(term(IndexFields.LINKED_SIGNS, reach.title().sign()))));
                b.should(s -> s.bool(x ->
                        x.filter(term(IndexFields.LINKED, reach.title().uid())).mustNot(reached)));
            }
            return b.minimumShouldMatch("1");
        }));
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
