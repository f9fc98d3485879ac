// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.search;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.api.CodeLabels;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.Selection;
import vn.ioc.hub.search.SearchPage;
import vn.ioc.hub.search.SearchWhere.Attribute;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;
import vn.ioc.schema.Term;

/** What people call the values that hits are counted by: from the graph, the SDL and the code lists, wherever each is told. */
final class FacetLabels {
    /** Attributes whose values are uids of records. */
    private static final Set<Attribute> RECORDS = Set.of(Attribute.PLACE, Attribute.ORGANIZATION);

    private static final String ENGLISH = "EN";
    private static final String TITLE = "title";
    /** The last day on which a record of a type that has one is valid. */
    private static final String END = "validTo";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");

    private final RecordModel model;
    private final RecordReader reader;
    private final CodeLabels codes;
    private final Clock clock;

    FacetLabels(RecordModel model, RecordReader reader, CodeLabels codes, Clock clock) {
        this.model = model;
        this.reader = reader;
        this.codes = codes;
        this.clock = clock;
    }

    /** @param end its last day; areas before and after a reform often have one name */
    record Title(String text, Optional<LocalDate> end) {}

    /** Titles by uid of the records that these facets count by; one statement when there are any. */
    Map<String, Title> titles(List<SearchPage.Facet> facets, Rights rights) {
        List<String> uids = facets.stream()
                .filter(facet -> RECORDS.contains(facet.attribute()))
                .flatMap(facet -> facet.values().stream())
                .map(SearchPage.Count::value)
                .distinct()
                .toList();
        Map<String, Title> titles = new HashMap<>();
        if (!uids.isEmpty()) {
            reader.byUid(uids, asked(), rights)
                    .forEach((uid, row) -> titles.put(
                            uid,
                            new Title(
                                    String.valueOf(row.get(TITLE)),
                                    row.get(END) instanceof LocalDate end ? Optional.of(end) : Optional.empty())));
        }
        return titles;
    }

    private Selection asked() {
        Set<String> all = model.types().stream().map(RecordType::name).collect(Collectors.toSet());
        Set<String> ending = model.types().stream()
                .filter(type -> type.findField(END).isPresent())
                .map(RecordType::name)
                .collect(Collectors.toSet());
        return new Selection(
                "node",
                "node",
                Map.of(),
                Set.of(),
                List.of(
                        new Selection(TITLE, TITLE, Map.of(), all, List.of()),
                        new Selection(END, END, Map.of(), ending, List.of())));
    }

    /**
     * The value itself when nobody calls it otherwise; where types call one code differently, what each calls it.
     *
     * @param language {@code VI} or {@code EN}
     */
    String label(Attribute attribute, SearchPage.Count counted, Optional<Title> title, String language) {
        String value = counted.value();
        if (title.isPresent()) {
            return text(title.get(), language);
        }
        Set<String> names = switch (attribute) {
            case Attribute.Common common ->
                word(term(common, value), language).stream().collect(Collectors.toSet());
            case Attribute.Facet facet -> names(facet, counted, language);
        };
        return names.isEmpty() ? value : String.join(" / ", names);
    }

    private Optional<Term> term(Attribute attribute, String value) {
        return attribute.equals(Attribute.TYPE)
                ? model.findType(value).map(RecordType::term)
                : attribute.equals(Attribute.SECTOR) ? model.term("Sector", value) : Optional.empty();
    }

    private Set<String> names(Attribute.Facet facet, SearchPage.Count counted, String language) {
        Set<String> names = new TreeSet<>();
        for (String type : counted.types()) {
            model.type(type).findField(facet.name()).ifPresent(field -> {
                field.enumType()
                        .flatMap(of -> word(model.term(of, counted.value()), language))
                        .ifPresent(names::add);
                field.codeList()
                        .flatMap(list -> codes.label(list, counted.value(), LocalDate.now(clock), language))
                        .ifPresent(names::add);
            });
        }
        return names;
    }

    private String text(Title title, String language) {
        return title.end()
                .filter(end -> end.isBefore(LocalDate.now(clock)))
                .map(end -> title.text() + (language.equals(ENGLISH) ? " (until " : " (đến ") + DAY.format(end) + ")")
                .orElse(title.text());
    }

    private static Optional<String> word(Optional<Term> term, String language) {
        return language.equals(ENGLISH)
                ? term.map(Term::english).filter(word -> !word.isEmpty())
                : term.flatMap(Term::vietnamese);
    }
}
