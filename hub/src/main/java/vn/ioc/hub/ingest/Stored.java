// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Values;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.schema.RecordField;

/** How values lie in the graph; what is written equals what is read back, so that changes are found by comparing. */
final class Stored {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int WGS_84 = 4326;

    private Stored() {}

    /** A field's value as a property. */
    static Object value(String type, RecordField field, Object value) {
        if (field.list()) {
            if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                return List.copyOf(list);
            }
            throw wrong(type, field);
        }
        return switch (field.scalar()) {
            case STRING, CODE, ENUM, GEOMETRY -> expect(String.class, value, type, field);
            case INT -> expect(Long.class, value, type, field);
            case FLOAT ->
                value instanceof Long whole ? (Object) (double) whole : expect(Double.class, value, type, field);
            case BOOLEAN -> expect(Boolean.class, value, type, field);
            case DATE -> expect(LocalDate.class, value, type, field);
            case DATE_TIME -> moment(expect(Instant.class, value, type, field));
            case POINT -> {
                GeoPoint point = expect(GeoPoint.class, value, type, field);
                yield Values.point(WGS_84, point.longitude(), point.latitude()).asPoint();
            }
        };
    }

    /** Moments are stored in UTC, so that equal moments are equal values. */
    static ZonedDateTime moment(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The local day of a stored Date or DateTime. */
    static @Nullable LocalDate day(@Nullable Object stored) {
        if (stored instanceof ZonedDateTime moment) {
            return day(moment.toInstant());
        }
        return stored instanceof LocalDate day ? day : null;
    }

    private static <T> T expect(Class<T> expected, Object value, String type, RecordField field) {
        if (expected.isInstance(value)) {
            return expected.cast(value);
        }
        throw wrong(type, field);
    }

    private static IngestException wrong(String type, RecordField field) {
        return new IngestException(
                IngestException.Reason.INVALID_CHANGE,
                type + "." + field.name() + " takes "
                        + (field.list() ? "a list of texts" : field.scalar().name())
                        + ", the change gives something else");
    }
}
