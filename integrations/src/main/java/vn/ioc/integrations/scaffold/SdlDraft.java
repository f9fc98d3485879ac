// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.util.Locale;

/** The types of a draft as SDL. */
final class SdlDraft {
    private SdlDraft() {}

    /** @param sector of the SDL, or the word that makes a person decide */
    static String of(RecordDraft record, String sector) {
        StringBuilder sdl = new StringBuilder();
        if (sector.equals(Scaffold.DECIDE)) {
            sdl.append(
                    "# DECIDE the sector: who may read these records? See `enum Sector` of schema/sdl/core.graphqls.\n");
        }
        sdl.append(
                "# DECIDE what to index (@index), to search (@search) and to count by (@facet); each costs a little.\n");
        sdl.append(
                "# Descriptions are for those who read the schema: meaning, unit, when null, the Vietnamese term.\n\n");
        type(record, sector, sdl);
        record.parts().forEach(part -> type(part, sector, sdl.append('\n')));
        return sdl.toString();
    }

    private static void type(RecordDraft record, String sector, StringBuilder sdl) {
        boolean part = record.parent().isPresent();
        String key = part
                ? record.parentKey() + "\", \"" + record.key().field()
                : record.key().field();
        sdl.append("\"A record of ").append(record.type()).append(" (DECIDE: what it is).\"\n");
        sdl.append("type ").append(record.type()).append("\n  @record(sector: ").append(sector);
        sdl.append(", key: [\"")
                .append(key)
                .append("\"], scope: LOCAL, title: \"")
                .append(record.title().field());
        record.day().ifPresent(day -> sdl.append("\", date: \"").append(day.field()));
        sdl.append("\", order: [\"").append(record.key().field()).append("\"], plural: \"");
        sdl.append(FieldNames.plural(record.type())).append('"');
        if (part) {
            sdl.append(", partOf: \"").append(record.parentName()).append('"');
        }
        sdl.append(") {\n");
        if (part) {
            RecordDraft parent = record.parent().orElseThrow();
            field(sdl, record.parentKey(), parent.key().kind().scalar() + "!", "The key of what it is part of.");
        }
        for (Column column : record.values()) {
            boolean required = column.equals(record.key()) || column.equals(record.title());
            String search = column.equals(record.title()) && column.kind() == ColumnKind.TEXT
                    ? " @search(as: NAME, boost: 3)"
                    : "";
            field(
                    sdl,
                    column.field(),
                    column.kind().scalar() + (required ? "!" : "") + search,
                    "`" + column.wire() + "` of the source.");
        }
        if (part) {
            String target = record.parent().orElseThrow().type();
            field(
                    sdl,
                    record.parentName(),
                    target + " @link(type: \"PART_OF_" + target.toUpperCase(Locale.ROOT) + "\", inverse: \""
                            + inverse(record) + "\")",
                    "What it is part of.");
        }
        sdl.append("}\n");
    }

    private static String inverse(RecordDraft part) {
        return FieldNames.field(part.each().orElseThrow());
    }

    private static void field(StringBuilder sdl, String name, String type, String description) {
        sdl.append("  \"").append(description.replace("\"", "'")).append("\"\n  ");
        sdl.append(name).append(": ").append(type).append('\n');
    }
}
