// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.VietnameseText;

/** Values of arguments as they lie in the graph: texts in NFC, moments in UTC. */
final class Values {
    private Values() {}

    /** @param now when the question is asked, for relative times */
    static Object stored(Scalar scalar, Object value, Instant now) {
        return switch (scalar) {
            case STRING, CODE, ENUM -> text(value);
            case DATE_TIME -> moment(value instanceof RelativeTime relative ? relative.moment(now) : value);
            case DATE -> value instanceof RelativeTime relative ? relative.day(now) : value;
            case INT, FLOAT, BOOLEAN, POINT, GEOMETRY -> value;
        };
    }

    static String text(Object value) {
        return VietnameseText.nfc(value.toString());
    }

    private static ZonedDateTime moment(Object value) {
        return switch (value) {
            case Instant instant -> instant.atZone(ZoneOffset.UTC);
            case OffsetDateTime offset -> offset.atZoneSameInstant(ZoneOffset.UTC);
            case ZonedDateTime zoned -> zoned.withZoneSameInstant(ZoneOffset.UTC);
            default -> throw new IllegalStateException("a DateTime argument is coerced to a moment");
        };
    }
}
