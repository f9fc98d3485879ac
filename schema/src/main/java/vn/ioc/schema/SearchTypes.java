// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a search over records of all types is narrowed and counted by: what they have in common, and their facets. */
public final class SearchTypes {
    /** A field of this name is a facet of the search even without {@code @facet}. */
    public static final String STATUS = "status";

    private static final Set<String> COMMON = Set.of("type", "sector", "place", "organization");

    private SearchTypes() {}

    /** Facet fields of all types by name, the first type's field for each; personal ones are none. */
    public static Map<String, RecordField> facets(RecordModel model) {
        Map<String, RecordField> facets = new TreeMap<>();
        model.types().stream()
                .filter(type -> type.personal().isEmpty())
                .flatMap(type -> type.fields().values().stream())
                .filter(SearchTypes::isFacet)
                .forEach(field -> facets.putIfAbsent(field.name(), field));
        return facets;
    }

    /** Whether the search counts by a field, of a type that is not personal. */
    public static boolean isFacet(RecordField field) {
        return field.personal().isEmpty()
                && (field.facet() || field.name().equals(STATUS))
                && !COMMON.contains(field.name());
    }

    static String sdl(RecordModel model) {
        StringBuilder sdl = new StringBuilder("\"The types of records.\"\nenum RecordType {\n");
        model.types().stream()
                .filter(type -> type.personal().isEmpty())
                .forEach(type -> sdl.append(SdlText.description(
                                type.description().isEmpty() ? type.name() : type.description()))
                        .append(EnumNames.of(type.name()))
                        .append('\n'));
        sdl.append("}\n");
        return sdl.append(filter(model)).append(facetEnum(model)).toString();
    }

    private static String filter(RecordModel model) {
        StringBuilder sdl = new StringBuilder("""
                "Where a record lies. An area covers its parts, its predecessors, and successors that were formed wholly from what it covers."
                input SearchPlaceFilter {
                  "Lies in this area, then or now: an id, or a code, e.g. 20926."
                  eq: String
                  "Lies in one of these areas: codes or ids."
                  in: [String!]
                  "No area is known (true), or one is (false)."
                  isNull: Boolean
                }
                "Which records of all types: all that is given must hold. A comparison with a missing value is false, `not` is the exact complement."
                input SearchFilter {
                """);
        sdl.append(SdlText.line("All of these hold.", "and", "[SearchFilter!]"));
        sdl.append(SdlText.line("One of these holds at least.", "or", "[SearchFilter!]"));
        sdl.append(SdlText.line("This does not hold.", "not", "SearchFilter"));
        sdl.append(SdlText.line("By type.", "type", "RecordTypeFilter"));
        sdl.append(SdlText.line("By sector (lĩnh vực).", "sector", "SectorFilter"));
        sdl.append(SdlText.line("By where it lies.", "place", "SearchPlaceFilter"));
        sdl.append(SdlText.line(
                "By the organisation that issued or handles it: its code or id.", "organization", "CodeFilter"));
        sdl.append(SdlText.line("By the day it is dated.", "date", "DateFilter"));
        facets(model)
                .forEach((name, field) -> sdl.append(
                        SdlText.line("By `" + name + "`: " + description(field), name, "CodeFilter")));
        return sdl.append("}\n").toString();
    }

    private static String facetEnum(RecordModel model) {
        StringBuilder sdl = new StringBuilder("\"What the hits of a search are counted by.\"\nenum SearchFacet {\n");
        new TreeSet<>(COMMON)
                .forEach(name -> sdl.append("\"By ").append(name).append(".\"\n").append(EnumNames.of(name)).append('\n'));
        facets(model)
                .forEach((name, field) -> sdl.append(SdlText.description("By `" + name + "`: " + description(field)))
                        .append(EnumNames.of(name))
                        .append('\n'));
        return sdl.append("}\n").toString();
    }

    private static String description(RecordField field) {
        return Optional.of(field.description()).filter(d -> !d.isEmpty()).orElse(field.name());
    }
}
