// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.search;

import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Visibility;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.CallerRights;
import vn.ioc.hub.api.CodeLabels;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.api.Selections;
import vn.ioc.hub.graph.AreaCovers;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.Row;
import vn.ioc.hub.graph.Selection;
import vn.ioc.hub.search.SearchPage;
import vn.ioc.hub.search.SearchRequest;
import vn.ioc.hub.search.SearchService;
import vn.ioc.hub.search.SearchWhere.Attribute;
import vn.ioc.hub.search.text.Highlighter;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** The index finds, the graph answers: a hit that the graph no longer grants is dropped with its highlights. */
@Controller
class SearchController {
    private static final int MOST = 100;
    private static final int MOST_SUGGESTIONS = 50;
    /** Result key of a searched field; no client can write such an alias. */
    private static final String SEARCHED = "searched ";

    private final SearchService search;
    private final RecordReader reader;
    private final RecordModel model;
    private final CallerRights callers;
    private final FacetLabels labels;
    private final SearchArguments arguments;

    SearchController(
            SearchService search,
            RecordReader reader,
            RecordModel model,
            CallerRights callers,
            CodeLabels labels,
            AreaCovers covers,
            Clock clock) {
        this.search = search;
        this.reader = reader;
        this.model = model;
        this.callers = callers;
        this.labels = new FacetLabels(model, reader, labels, clock);
        this.arguments = new SearchArguments(model, covers, clock);
    }

    /** @param endCursor null on an empty page */
    record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    record Edge(String cursor, Row node, List<Highlight> highlights) {}

    record Highlight(String field, List<String> fragments) {}

    record Counts(String field, List<Count> values) {}

    /** @param title of the record whose uid the value is; null when it is none that the caller may read */
    record Count(Attribute attribute, SearchPage.Count counted, FacetLabels.@Nullable Title title) {
        public String value() {
            return counted.value();
        }

        public long count() {
            return counted.count();
        }
    }

    record Found(long totalCount, List<Edge> edges, List<Counts> facets, PageInfo pageInfo) {}

    record Suggestion(String text, Row record) {}

    @QueryMapping
    Found search(
            @Argument String query,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        size(first, MOST);
        Rights rights = callers.rights();
        SearchPage page = search.search(
                new SearchRequest(
                        query,
                        arguments.where(environment.getArgument("where")),
                        arguments.facets(environment.getArgument("facets")),
                        first,
                        Optional.ofNullable(after),
                        environment.getSelectionSet().contains("totalCount")),
                rights);
        boolean highlighted = environment.getSelectionSet().contains("edges/highlights");
        List<Edge> edges = edges(page, below(environment, "edges/node"), highlighted, rights);
        Map<String, FacetLabels.Title> titles = environment.getSelectionSet().contains("facets/values/label")
                ? labels.titles(page.facets(), rights)
                : Map.of();
        return new Found(
                page.total().orElse(0),
                edges,
                page.facets().stream().map(facet -> counts(facet, titles)).toList(),
                new PageInfo(
                        page.more(),
                        after != null,
                        page.hits().isEmpty() ? null : page.hits().getFirst().cursor(),
                        page.hits().isEmpty() ? null : page.hits().getLast().cursor()));
    }

    @QueryMapping
    List<Suggestion> suggest(
            @Argument String prefix,
            @Argument @Nullable List<String> types,
            @Argument int first,
            DataFetchingEnvironment environment) {
        size(first, MOST_SUGGESTIONS);
        Rights rights = callers.rights();
        List<String> uids = search.suggest(prefix, types == null ? Set.of() : new HashSet<>(types), first, rights);
        Selection asked = with(below(environment, "record"), List.of("title"));
        return reader.byUid(uids, asked, rights).values().stream()
                .map(row -> new Suggestion(String.valueOf(row.get(SEARCHED + "title")), row))
                .toList();
    }

    /** What is asked of the records; nothing but their being there when the path is not asked for. */
    private static Selection below(DataFetchingEnvironment environment, String path) {
        return Selections.at(environment, path).orElse(new Selection(path, path, Map.of(), Set.of(), List.of()));
    }

    private List<Edge> edges(SearchPage page, Selection node, boolean highlighted, Rights rights) {
        List<String> uids = page.hits().stream().map(SearchPage.Hit::uid).toList();
        Set<String> fields = highlighted ? searched(rights) : Set.of();
        Map<String, Row> rows = reader.byUid(uids, with(node, fields), rights);
        Highlighter highlighter = new Highlighter(page.read());
        List<Edge> edges = new ArrayList<>();
        for (SearchPage.Hit hit : page.hits()) {
            Row row = rows.get(hit.uid());
            if (row != null) {
                edges.add(new Edge(hit.cursor(), row, highlights(row, fields, highlighter)));
            }
        }
        return edges;
    }

    private static List<Highlight> highlights(Row row, Set<String> fields, Highlighter highlighter) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String field : fields) {
            if (row.get(SEARCHED + field) instanceof String text) {
                List<String> fragments = highlighter.fragments(text);
                // The title is a field of its type too; it is shown once.
                if (!fragments.isEmpty() && !found.containsValue(fragments)) {
                    found.put(field, fragments);
                }
            }
        }
        return found.entrySet().stream()
                .map(e -> new Highlight(e.getKey(), e.getValue()))
                .toList();
    }

    /** Names of the texts that are searched and that the caller may read in clear, title first. */
    private Set<String> searched(Rights rights) {
        Set<String> names = new java.util.LinkedHashSet<>(List.of("title"));
        for (RecordType type : model.types()) {
            type.fields().values().stream()
                    .filter(f -> f.search().isPresent() && f.isText() && rights.visibility(f) == Visibility.CLEAR)
                    .map(RecordField::name)
                    .forEach(names::add);
        }
        return names;
    }

    /** The client's selection and these fields of every type that has them. */
    private Selection with(Selection node, java.util.Collection<String> fields) {
        List<Selection> all = new ArrayList<>(node.fields());
        for (String field : fields) {
            Set<String> owners = new HashSet<>();
            model.types().stream()
                    .filter(t -> field.equals("title")
                            || t.findField(field).filter(RecordField::isText).isPresent())
                    .forEach(t -> owners.add(t.name()));
            all.add(new Selection(field, SEARCHED + field, Map.of(), owners, List.of()));
        }
        return new Selection(node.name(), node.key(), node.arguments(), node.types(), all);
    }

    private static Counts counts(SearchPage.Facet facet, Map<String, FacetLabels.Title> titles) {
        return new Counts(
                facet.attribute().name(),
                facet.values().stream()
                        .map(v -> new Count(facet.attribute(), v, titles.get(v.value())))
                        .toList());
    }

    @SchemaMapping(typeName = "SearchFacetValue")
    String label(Count count, @Argument String lang) {
        return labels.label(count.attribute(), count.counted(), Optional.ofNullable(count.title()), lang);
    }

    private static void size(int first, int most) {
        if (first < 1 || first > most) {
            throw new ApiException(ErrorCode.BAD_REQUEST, "first takes a number from 1 to " + most);
        }
    }
}
