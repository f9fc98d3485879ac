// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.EnumSet;
import java.util.Set;
import vn.ioc.schema.RecordField;

/** Which kinds of expressions may stand for which fields. A path alone may stand for any. */
public final class FieldKinds {
    private FieldKinds() {}

    public static boolean accepts(RecordField field, Kind kind) {
        return allowed(field).contains(kind);
    }

    public static Set<Kind> allowed(RecordField field) {
        if (field.list()) {
            return EnumSet.of(Kind.ANY, Kind.LIST, Kind.TEXT);
        }
        return switch (field.scalar()) {
            case STRING, CODE, ENUM, BOOLEAN, INT, FLOAT -> EnumSet.of(Kind.ANY, Kind.TEXT, Kind.NUMBER);
            case DATE, DATE_TIME -> EnumSet.of(Kind.ANY, Kind.TIME, Kind.TEXT);
            case POINT -> EnumSet.of(Kind.POINT);
            case GEOMETRY -> EnumSet.of(Kind.ANY);
        };
    }
}
