// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.Set;
import java.util.TreeSet;

/** Filters of a record type: its own fields, what every record has, its links, and and, or, not. */
final class FilterTypes {
    private FilterTypes() {}

    /** Filters of scalars, of the model's enums, and of places. */
    static String shared(RecordModel model) {
        StringBuilder sdl = new StringBuilder(ScalarFilters.sdl()).append(ScalarFilters.region());
        if (model.findType(RecordModel.AREA).isPresent()) {
            sdl.append(ScalarFilters.place());
        }
        Set<String> enums = new TreeSet<>(Set.of("Audience"));
        model.types().forEach(t -> t.fields().values().forEach(f -> f.enumType().ifPresent(enums::add)));
        enums.forEach(name -> sdl.append(ScalarFilters.choice(name)));
        return sdl.toString();
    }

    static String of(RecordType type) {
        String name = type.name();
        StringBuilder sdl = new StringBuilder(SdlText.description(
                "Which records of type " + name + ": all that is given must hold. A comparison with a missing value is"
                        + " false, `not` is the exact complement; hidden records do not exist for links."));
        sdl.append("input ").append(name).append("Filter {\n");
        sdl.append(SdlText.line("All of these hold.", "and", "[" + name + "Filter!]"));
        sdl.append(SdlText.line("One of these holds at least.", "or", "[" + name + "Filter!]"));
        sdl.append(SdlText.line("This does not hold.", "not", name + "Filter"));
        sdl.append(SdlText.line("By the hub's own id.", "id", "IdFilter"));
        sdl.append(SdlText.line("By what the record is called.", "title", "StringFilter"));
        sdl.append(SdlText.line("By the day it is dated.", "date", "DateFilter"));
        sdl.append(SdlText.line("By when the hub last changed it.", "updatedAt", "DateTimeFilter"));
        sdl.append(SdlText.line("By who may read it.", "audience", "AudienceFilter"));
        sdl.append(SdlText.line("By the checks that it breaks.", "flags", "StringListFilter"));
        sdl.append(
                SdlText.line("By the source (nguồn dữ liệu) of its newest accepted version.", "source", "CodeFilter"));
        type.fields()
                .values()
                .forEach(field -> sdl.append(SdlText.line(
                        "By `" + field.name() + "`: "
                                + (field.description().isEmpty() ? field.name() : field.description()),
                        field.name(),
                        ScalarFilters.nameFor(field))));
        type.links().values().forEach(link -> sdl.append(link(link)));
        return sdl.append("}\n").append(list(name)).toString();
    }

    private static String link(RecordLink link) {
        if (link.type().equals(Properties.IN_PLACE) && link.name().equals("place")) {
            return SdlText.line("By where it lies: in these areas, then or now.", link.name(), "PlaceFilter");
        }
        String description = link.description().isEmpty() ? "" : ": " + link.description();
        return link.many()
                ? SdlText.line("By its `" + link.name() + "`" + description, link.name(), link.target() + "ListFilter")
                : SdlText.line("By its `" + link.name() + "`" + description, link.name(), link.target() + "Filter");
    }

    private static String list(String name) {
        return """
                "Which linked records of type %1$s; only those that the caller may read."
                input %1$sListFilter {
                  "One at least is such."
                  some: %1$sFilter
                  "None is such."
                  none: %1$sFilter
                  "All are such; true of no records."
                  all: %1$sFilter
                }
                """.formatted(name);
    }
}
