// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ioc.hub.access.Grant;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordType;

/** Compiles rights for Elasticsearch; it agrees with {@link Rights#sees}. Every request of this room carries it. */
final class ElasticPredicate {
    private final SearchModel model;

    ElasticPredicate(SearchModel model) {
        this.model = model;
    }

    /** A filter that lets through what the caller sees, of all types; nothing when the rights grant nothing. */
    Query compile(Rights rights) {
        Map<List<Grant>, List<RecordType>> alike = new LinkedHashMap<>();
        for (RecordType type : model.types()) {
            List<Grant> grants = rights.grantsFor(type);
            if (!grants.isEmpty()) {
                alike.computeIfAbsent(grants, g -> new ArrayList<>()).add(type);
            }
        }
        if (alike.isEmpty()) {
            return Query.of(q -> q.matchNone(n -> n));
        }
        return anyOf(alike.entrySet().stream()
                .map(e -> allOf(List.of(
                        terms(
                                Properties.TYPE,
                                e.getValue().stream().map(RecordType::name).toList()),
                        anyOf(e.getKey().stream().map(ElasticPredicate::grant).toList()))))
                .toList());
    }

    /** Whether every record of that sector and audience is seen, wherever it lies. */
    static boolean everywhere(Rights rights, String sector, String audience) {
        return rights.grants().stream()
                .anyMatch(g -> g.sectors().contains(sector)
                        && g.audiences().contains(audience)
                        && g.areas().isEmpty());
    }

    private static Query grant(Grant grant) {
        List<Query> all = new ArrayList<>();
        all.add(terms(Properties.SECTOR, grant.sectors()));
        all.add(terms(Properties.AUDIENCE, grant.audiences()));
        grant.areas()
                .ifPresent(areas ->
                        all.add(anyOf(List.of(terms(Properties.PLACE, areas), terms(Properties.PLACE_NOW, areas)))));
        return allOf(all);
    }

    static Query terms(String field, Collection<String> values) {
        List<FieldValue> bound = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(bound))));
    }

    static Query allOf(List<Query> queries) {
        return Query.of(q -> q.bool(BoolQuery.of(b -> b.filter(queries))));
    }

    static Query anyOf(List<Query> queries) {
        return Query.of(q -> q.bool(BoolQuery.of(b -> b.should(queries).minimumShouldMatch("1"))));
    }
}
