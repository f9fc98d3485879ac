// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

/** Orders of a record type: one field and its direction each. */
final class OrderTypes {
    private OrderTypes() {}

    static String of(RecordType type) {
        StringBuilder sdl = new StringBuilder(SdlText.description("An order of records of type " + type.name()
                + ": exactly one field. Default: " + String.join(", ", type.order()) + ", descending. Fast: "
                + String.join(", ", fast(type)) + "; others up to a stated number of matches."));
        sdl.append("input ").append(type.name()).append("Order @oneOf {\n");
        sdl.append(SdlText.line("By title, in Vietnamese alphabetical order.", "title", "SortDirection"));
        sdl.append(SdlText.line("By the day the record is dated.", "date", "SortDirection"));
        sdl.append(SdlText.line("By when the hub last changed it.", "updatedAt", "SortDirection"));
        type.fields().values().stream()
                .filter(type::orderable)
                .forEach(field -> sdl.append(SdlText.line(
                        "By `" + field.name() + "`" + (field.isText() ? ", in Vietnamese alphabetical order: " : ": ")
                                + field.description(),
                        field.name(),
                        "SortDirection")));
        type.links().values().stream()
                .filter(link -> !link.many())
                .forEach(link -> sdl.append(SdlText.line(
                        "By one field of the record that `" + link.name() + "` leads to: " + link.description()
                                + " Where there is none that the caller may read, last.",
                        link.name(),
                        link.target() + "Order")));
        return sdl.append("}\n").toString();
    }

    private static java.util.List<String> fast(RecordType type) {
        return type.fields().values().stream()
                .filter(f -> type.orderable(f) && (f.indexed() || type.order().equals(java.util.List.of(f.name()))))
                .map(RecordField::name)
                .toList();
    }
}
