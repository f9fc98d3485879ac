// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import vn.ioc.hub.search.index.IndexFields;
import vn.ioc.schema.Properties;

/** Compiles {@link SearchWhere} for Elasticsearch. */
final class WhereCompiler {
    private WhereCompiler() {}

    static Query compile(SearchWhere where) {
        return switch (where) {
            case SearchWhere.And and ->
                and.all().isEmpty() ? Query.of(q -> q.matchAll(m -> m)) : ElasticPredicate.allOf(all(and.all()));
            case SearchWhere.Or or ->
                or.any().isEmpty() ? Query.of(q -> q.matchNone(m -> m)) : ElasticPredicate.anyOf(all(or.any()));
            case SearchWhere.Not not -> Query.of(q -> q.bool(b -> b.mustNot(compile(not.what()))));
            case SearchWhere.In in -> ElasticPredicate.terms(field(in.attribute()), in.values());
            case SearchWhere.Present present -> Query.of(q -> q.exists(e -> e.field(field(present.attribute()))));
            case SearchWhere.Within within ->
                ElasticPredicate.anyOf(List.of(
                        ElasticPredicate.terms(Properties.PLACE, within.areas()),
                        ElasticPredicate.terms(Properties.PLACE_NOW, within.areas())));
            case SearchWhere.Dated dated ->
                Query.of(q -> q.range(r -> r.date(d -> {
                    d.field(Properties.DATE);
                    dated.from().ifPresent(day -> d.gte(day.toString()));
                    dated.to().ifPresent(day -> d.lte(day.toString()));
                    return d;
                })));
        };
    }

    /** The index's field of an attribute. */
    static String field(SearchWhere.Attribute attribute) {
        return switch (attribute) {
            case SearchWhere.Attribute.Facet facet -> IndexFields.facet(facet.name());
            case SearchWhere.Attribute.Common common ->
                switch (common.name()) {
                    case "organization" -> IndexFields.ORGANIZATIONS;
                    case "place" -> Properties.PLACE;
                    case "type", "sector" -> common.name();
                    default ->
                        throw new SearchException(
                                SearchException.Reason.BAD_FILTER, "no such attribute: " + common.name());
                };
        };
    }

    private static List<Query> all(List<SearchWhere> parts) {
        return parts.stream().map(WhereCompiler::compile).toList();
    }
}
