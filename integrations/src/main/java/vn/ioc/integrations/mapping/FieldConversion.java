// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.schema.RecordField;

/**
 * From what an expression gives to what a field holds.
 *
 * @param allowed values of the field's enum; empty when it is none
 */
record FieldConversion(RecordField field, Set<String> allowed) {
    private static final Set<String> YES = Set.of("true", "1", "có", "co", "yes", "x");
    private static final Set<String> NO = Set.of("false", "0", "không", "khong", "no");

    /** @return String, Long, Double, Boolean, LocalDate, Instant, GeoPoint or a list of String; null = none */
    @Nullable
    Object convert(@Nullable Object value, String where) throws MappingException {
        if (field.list()) {
            List<String> texts = Texts.texts(value, where);
            return texts.isEmpty() ? null : texts;
        }
        return switch (field.scalar()) {
            case STRING, CODE -> Texts.text(value, where);
            case ENUM -> allowed(Texts.text(value, where), where);
            case INT -> whole(Numbers.number(value, where), where);
            case FLOAT -> decimal(Numbers.number(value, where));
            case BOOLEAN -> flag(Texts.text(value, where), where);
            case DATE -> day(time(value, where));
            case DATE_TIME -> moment(time(value, where));
            case POINT -> point(value, where);
            case GEOMETRY -> Geometry.json(value, where);
        };
    }

    private @Nullable String allowed(@Nullable String text, String where) throws MappingException {
        if (text == null || allowed.contains(text)) {
            return text;
        }
        throw MappingException.conversion(where, "is none of " + allowed);
    }

    private static @Nullable Long whole(@Nullable BigDecimal number, String where) throws MappingException {
        if (number == null) {
            return null;
        }
        boolean fits = number.precision() - number.scale() <= 10
                && number.setScale(0, RoundingMode.DOWN).compareTo(number) == 0
                && number.longValue() == number.intValue();
        if (!fits) {
            throw MappingException.conversion(where, "is no whole number of 32 bits");
        }
        return number.longValue();
    }

    private static @Nullable Double decimal(@Nullable BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    private static @Nullable Boolean flag(@Nullable String text, String where) throws MappingException {
        String small = text == null ? null : text.toLowerCase(Locale.ROOT);
        if (small == null) {
            return null;
        }
        if (YES.contains(small) || NO.contains(small)) {
            return YES.contains(small);
        }
        throw MappingException.conversion(where, "is neither yes (true, 1, có) nor no (false, 0, không)");
    }

    private static @Nullable Object time(@Nullable Object value, String where) throws MappingException {
        if (value instanceof LocalDate || value instanceof Instant) {
            return value;
        }
        String text = Texts.text(value, where);
        return text == null ? null : DateFunction.iso(text, where);
    }

    private static @Nullable LocalDate day(@Nullable Object time) {
        return time instanceof Instant moment ? moment.atZone(DateFunction.HERE).toLocalDate() : (LocalDate) time;
    }

    private static @Nullable Instant moment(@Nullable Object time) {
        return time instanceof LocalDate day
                ? day.atStartOfDay(DateFunction.HERE).toInstant()
                : (Instant) time;
    }

    private static @Nullable GeoPoint point(@Nullable Object value, String where) throws MappingException {
        if (value == null || value instanceof GeoPoint) {
            return (GeoPoint) value;
        }
        throw MappingException.conversion(where, "is no point; use the function point");
    }
}
