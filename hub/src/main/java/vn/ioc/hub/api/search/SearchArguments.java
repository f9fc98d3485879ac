// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.graph.AreaCovers;
import vn.ioc.hub.graph.RelativeTime;
import vn.ioc.hub.search.SearchWhere;
import vn.ioc.hub.search.SearchWhere.Attribute;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.SearchTypes;

/** Reads {@code SearchFilter} and {@code SearchFacet} arguments, which graphql-java has checked against the schema. */
public final class SearchArguments {
    private final Set<String> facets;
    private final AreaCovers covers;
    private final Clock clock;

    /** @param clock that relative days are told from */
    public SearchArguments(RecordModel model, AreaCovers covers, Clock clock) {
        this.clock = clock;
        this.facets = SearchTypes.facets(model);
        this.covers = covers;
    }

    /** @param filter null: everything */
    public SearchWhere where(@Nullable Object filter) {
        if (!(filter instanceof Map<?, ?> fields)) {
            return SearchWhere.ALL;
        }
        List<SearchWhere> all = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (value != null) {
                all.add(part(String.valueOf(name), value));
            }
        });
        return new SearchWhere.And(all);
    }

    List<Attribute> facets(@Nullable Object symbols) {
        List<Attribute> asked = new ArrayList<>();
        if (symbols instanceof List<?> list) {
            Stream.concat(SearchTypes.COMMON.stream(), facets.stream())
                    .filter(name -> list.contains(SearchTypes.symbol(name)))
                    .forEach(name -> asked.add(attribute(name)));
        }
        return asked;
    }

    private SearchWhere part(String name, Object value) {
        return switch (name) {
            case "and" -> new SearchWhere.And(each(value));
            case "or" -> new SearchWhere.Or(each(value));
            case "not" -> new SearchWhere.Not(where(value));
            case "place" -> place((Map<?, ?>) value);
            case "date" -> date((Map<?, ?>) value);
            default -> term(attribute(name), (Map<?, ?>) value);
        };
    }

    private List<SearchWhere> each(Object filters) {
        return ((List<?>) filters).stream().map(this::where).toList();
    }

    private SearchWhere place(Map<?, ?> place) {
        Set<String> areas = ((List<?>)
                        Optional.ofNullable((Object) place.get("in")).orElse(List.of()))
                .stream()
                        .flatMap(code -> covers.covers(String.valueOf(code)).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        return new SearchWhere.Within(areas);
    }

    private SearchWhere date(Map<?, ?> date) {
        return new SearchWhere.Dated(
                Optional.ofNullable(date.get("gte")).map(this::day),
                Optional.ofNullable(date.get("lte")).map(this::day));
    }

    private LocalDate day(Object value) {
        return value instanceof RelativeTime relative ? relative.day(clock.instant()) : (LocalDate) value;
    }

    private static SearchWhere term(Attribute attribute, Map<?, ?> term) {
        List<SearchWhere> all = new ArrayList<>();
        term.forEach((operator, value) -> {
            if (value == null) {
                throw new ApiException(
                        ErrorCode.BAD_REQUEST,
                        attribute.name() + "." + operator + " is null; use isNull for missing values");
            }
            all.add(
                    switch (String.valueOf(operator)) {
                        case "eq" -> new SearchWhere.In(attribute, Set.of(String.valueOf(value)));
                        case "ne" -> new SearchWhere.Not(new SearchWhere.In(attribute, Set.of(String.valueOf(value))));
                        case "in" ->
                            new SearchWhere.In(
                                    attribute,
                                    ((List<?>) value)
                                            .stream().map(String::valueOf).collect(Collectors.toSet()));
                        case "isNull" ->
                            Boolean.TRUE.equals(value)
                                    ? new SearchWhere.Not(new SearchWhere.Present(attribute))
                                    : new SearchWhere.Present(attribute);
                        default ->
                            throw new ApiException(
                                    ErrorCode.BAD_REQUEST,
                                    "unknown operator " + operator + "; allowed are eq, ne, in, isNull");
                    });
        });
        return new SearchWhere.And(all);
    }

    private Attribute attribute(String name) {
        return SearchTypes.COMMON.contains(name.toLowerCase(Locale.ROOT))
                ? new Attribute.Common(name)
                : new Attribute.Facet(name);
    }
}
