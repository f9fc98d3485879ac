// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The filter and the facets of the search over all types: what every record has, and the facet fields of all types. */
public final class SearchTypes {
    /** Attributes of every record that hits are counted by. */
    public static final Set<String> COMMON = new TreeSet<>(Set.of("type", "sector", "organization", "place"));

    private SearchTypes() {}

    /** Names of the facet fields of all types, sorted. */
    public static Set<String> facets(RecordModel model) {
        return model.types().stream()
                .filter(type -> type.personal().isEmpty())
                .flatMap(type -> type.fields().values().stream())
                .filter(SearchTypes::isFacet)
                .map(RecordField::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the search counts by a field, of a type that is not personal. */
    public static boolean isFacet(RecordField field) {
        return field.facet() && field.personal().isEmpty() && !COMMON.contains(field.name());
    }

    /** The enum value that names an attribute: {@code documentType} is {@code DOCUMENT_TYPE}. */
    public static String symbol(String attribute) {
        return attribute.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
    }

    static String sdl(RecordModel model) {
        StringBuilder filter = new StringBuilder("""
                "What a search is narrowed to. Two-valued: a comparison with a missing value is false. All that is given must hold."
                input SearchFilter {
                  "All of these."
                  and: [SearchFilter!]
                  "Any of these."
                  or: [SearchFilter!]
                  "The exact complement."
                  not: SearchFilter
                  "Name of the record type."
                  type: SearchTerm
                  "Sector (lĩnh vực)."
                  sector: SearchTerm
                  "Id of an organisation (cơ quan) that a to-one link of the record names."
                  organization: SearchTerm
                  "Records whose place, then or now, is covered by an area (địa bàn)."
                  place: SearchPlace
                  "Day of the record."
                  date: SearchDate
                """);
        StringBuilder symbols = new StringBuilder("\"What hits can be counted by.\"\nenum SearchFacet {\n");
        COMMON.forEach(name -> symbols.append("  \"The record's ")
                .append(name)
                .append(".\"\n  ")
                .append(symbol(name))
                .append('\n'));
        for (String facet : facets(model)) {
            filter.append("  \"The facet field `").append(facet).append("`, by its stored value.\"\n  ");
            filter.append(facet).append(": SearchTerm\n");
            symbols.append("  \"The facet field `").append(facet).append("`.\"\n  ");
            symbols.append(symbol(facet)).append('\n');
        }
        return filter.append("}\n\n").append(symbols).append("}\n\n").toString();
    }
}
