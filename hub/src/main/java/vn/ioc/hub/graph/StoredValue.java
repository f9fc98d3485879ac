// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Point;
import vn.ioc.hub.access.Mask;
import vn.ioc.hub.access.Visibility;

/** Turns a stored property into the value that is served. */
final class StoredValue {
    private StoredValue() {}

    /** @param date of the record, for codes */
    static @Nullable Object read(RecordShape.Stored column, Value value, Value date) {
        if (value.isNull()) {
            return null;
        }
        if (column.visibility() == Visibility.MASKED) {
            return masked(column, value);
        }
        if (column.list()) {
            return value.asList(Value::asString);
        }
        return switch (column.scalar()) {
            case STRING, ENUM, GEOMETRY -> value.asString();
            case INT -> value.asLong();
            case FLOAT -> value.asNumber().doubleValue();
            case BOOLEAN -> value.asBoolean();
            case DATE -> value.asLocalDate();
            case DATE_TIME -> value.asZonedDateTime();
            case POINT -> point(value.asPoint());
            case CODE ->
                column.codes()
                        .<Object>map(list -> new CodeValue(list, value.asString(), day(date)))
                        .orElseGet(value::asString);
        };
    }

    /** Only of texts something can be shown. */
    private static @Nullable Object masked(RecordShape.Stored column, Value value) {
        if (column.list()) {
            return value.asList(v -> Mask.of(v.asString()));
        }
        return switch (column.scalar()) {
            case STRING -> Mask.of(value.asString());
            case INT, FLOAT, BOOLEAN, DATE, DATE_TIME, POINT, GEOMETRY, CODE, ENUM -> null;
        };
    }

    private static @Nullable LocalDate day(Value date) {
        return date.isNull() ? null : date.asLocalDate();
    }

    private static PointValue point(Point point) {
        return new PointValue(point.y(), point.x());
    }
}
