// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.hub.search.text.QueryReader;
import vn.ioc.hub.search.text.SearchText;
import vn.ioc.schema.Properties;

/**
 * Searches records of all types. Hits, counts, facets and suggestions are all made under the caller's rights. Thread-safe.
 */
public final class SearchService {
    /** Longest query, in characters. */
    public static final int LONGEST_QUERY = 512;
    /** Most words of a query. */
    public static final int MOST_WORDS = 32;

    private static final int FACET_VALUES = 50;
    /** Below each value of a facet: the types of its records. */
    private static final String TYPES = "types";

    private final ElasticCall call;
    private final SearchModel model;
    private final ElasticPredicate predicate;
    private final QueryReader reader = new QueryReader();
    private final SearchCursor cursors;

    /**
     * @param alias of the index
     * @param patience how long Elasticsearch is waited for before a search is {@code UNAVAILABLE}
     * @param key signs cursors
     */
    public SearchService(
            ElasticsearchClient client, String alias, Duration patience, SearchModel model, SecretKey key) {
        this.call = new ElasticCall(client, alias, patience);
        this.model = model;
        this.predicate = new ElasticPredicate(model);
        this.cursors = new SearchCursor(key);
    }

    /** One Elasticsearch request. @throws SearchException also when Elasticsearch does not answer in time */
    public SearchPage search(SearchRequest request, Rights rights) {
        SearchText text = read(request.query());
        String binding = request.query() + '\n' + request.where();
        List<FieldValue> after =
                request.after().map(c -> cursors.decode(c, binding)).orElse(List.of());
        Query scoring = new TextCompiler(model, text, rights).compile();
        Query narrowed = WhereCompiler.compile(request.where());
        SearchResponse<Void> found = call.search(s -> {
            s.query(q -> q.bool(b -> b.must(scoring).filter(predicate.compile(rights), narrowed)))
                    .size(request.first() + 1)
                    .trackTotalHits(t -> t.enabled(request.counted()))
                    .sort(ranked());
            request.facets().forEach(f -> s.aggregations(f.name(), counts(f)));
            return after.isEmpty() ? s : s.searchAfter(after);
        });
        List<Hit<Void>> hits = found.hits().hits();
        return new SearchPage(
                found.hits().total() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(found.hits().total().value()),
                hits.stream()
                        .limit(request.first())
                        .map(h -> new SearchPage.Hit(Objects.requireNonNull(h.id()), cursors.encode(h.sort(), binding)))
                        .toList(),
                hits.size() > request.first(),
                request.facets().stream().map(f -> facet(f, found)).toList(),
                text);
    }

    /**
     * Records whose title or name begins, word by word, as typed.
     *
     * @param types names of types to suggest from; empty = all
     * @return uids, best first
     */
    public List<String> suggest(String prefix, Set<String> types, int first, Rights rights) {
        SearchText text = read(prefix);
        if (text.tokens().isEmpty()) {
            return List.of();
        }
        Query begun = new SuggestCompiler(model, text).compile();
        Query narrowed = types.isEmpty()
                ? WhereCompiler.compile(SearchWhere.ALL)
                : ElasticPredicate.terms(Properties.TYPE, types);
        return call
                .search(s -> s.query(q -> q.bool(b -> b.must(begun).filter(predicate.compile(rights), narrowed)))
                        .size(first)
                        .trackTotalHits(t -> t.enabled(false))
                        .sort(ranked()))
                .hits()
                .hits()
                .stream()
                .map(h -> Objects.requireNonNull(h.id()))
                .toList();
    }

    private SearchText read(String query) {
        if (query.codePointCount(0, query.length()) > LONGEST_QUERY) {
            throw new SearchException(
                    SearchException.Reason.TOO_LONG, "a query has at most " + LONGEST_QUERY + " characters");
        }
        SearchText text = reader.read(query);
        if (text.tokens().size() > MOST_WORDS) {
            throw new SearchException(SearchException.Reason.TOO_LONG, "a query has at most " + MOST_WORDS + " words");
        }
        return text;
    }

    private static List<SortOptions> ranked() {
        return List.of(
                SortOptions.of(s -> s.score(x -> x.order(SortOrder.Desc))),
                SortOptions.of(s -> s.field(f -> f.field(Properties.DATE).order(SortOrder.Desc))),
                SortOptions.of(s -> s.field(f -> f.field(Properties.UID).order(SortOrder.Asc))));
    }

    private static Aggregation counts(SearchWhere.Attribute attribute) {
        return Aggregation.of(a -> a.terms(t -> t.field(WhereCompiler.field(attribute))
                        .size(FACET_VALUES)
                        .minDocCount(1))
                .aggregations(
                        TYPES, of -> of.terms(t -> t.field(Properties.TYPE).size(FACET_VALUES))));
    }

    private static SearchPage.Facet facet(SearchWhere.Attribute attribute, SearchResponse<Void> found) {
        List<StringTermsBucket> buckets = Objects.requireNonNull(
                        found.aggregations().get(attribute.name()))
                .sterms()
                .buckets()
                .array();
        return new SearchPage.Facet(
                attribute,
                buckets.stream()
                        .map(b -> new SearchPage.Count(b.key().stringValue(), b.docCount(), types(b)))
                        .toList());
    }

    private static Set<String> types(StringTermsBucket value) {
        return Objects.requireNonNull(value.aggregations().get(TYPES)).sterms().buckets().array().stream()
                .map(b -> b.key().stringValue())
                .collect(Collectors.toSet());
    }
}
