// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Optional;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordType;

/**
 * A field of a record as it lies in the graph: its own, or one that every record has.
 *
 * @param property that holds the value
 * @param sort property that orders by it; empty = no order
 * @param comparable property that {@code contains} reads; empty = not a text
 * @param personal kind of personal value
 */
record Readable(
        String property,
        Optional<String> sort,
        Optional<String> comparable,
        Scalar scalar,
        boolean list,
        boolean nonNull,
        Optional<String> codes,
        Optional<String> personal) {

    /** The field of that name; empty when the type stores none, e.g. for links and for what controllers serve. */
    static Optional<Readable> find(RecordType type, String name) {
        return switch (name) {
            case "id" -> Optional.of(common(Properties.UID, Scalar.STRING, false, Optional.empty()));
            case "sector" -> Optional.of(common(Properties.SECTOR, Scalar.ENUM, false, Optional.empty()));
            case "audience" -> Optional.of(common(Properties.AUDIENCE, Scalar.ENUM, false, Optional.empty()));
            case "source" -> Optional.of(common(Properties.SOURCE, Scalar.CODE, false, Optional.empty()));
            case "flags" -> Optional.of(common(Properties.FLAGS, Scalar.STRING, true, Optional.empty()));
            case "updatedAt" ->
                Optional.of(common(Properties.UPDATED_AT, Scalar.DATE_TIME, false, Optional.of(Properties.UPDATED_AT)));
            case "date" -> Optional.of(date(type));
            case "title" -> Optional.of(own(type, type.field(type.title())));
            default -> type.findField(name).map(field -> own(type, field));
        };
    }

    private static Readable common(String property, Scalar scalar, boolean list, Optional<String> sort) {
        return new Readable(property, sort, Optional.empty(), scalar, list, true, Optional.empty(), Optional.empty());
    }

    private static Readable date(RecordType type) {
        return new Readable(
                Properties.DATE,
                Optional.of(Properties.DATE),
                Optional.empty(),
                Scalar.DATE,
                false,
                true,
                Optional.empty(),
                type.date().flatMap(d -> type.field(d).personal()));
    }

    private static Readable own(RecordType type, RecordField field) {
        return new Readable(
                field.name(),
                type.orderable(field) ? Optional.of(field.sortProperty()) : Optional.empty(),
                field.isText() ? Optional.of(field.comparableProperty()) : Optional.empty(),
                field.scalar(),
                field.list(),
                field.nonNull(),
                field.codeList(),
                field.personal());
    }
}
