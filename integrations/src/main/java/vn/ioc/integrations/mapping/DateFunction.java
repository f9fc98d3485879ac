// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code date}: the first format that fits. A format with a time gives a moment, one without a day; separators that come
 * doubled count once.
 *
 * @param formats patterns of {@link DateTimeFormatter} ({@code uuuu} for the year); empty = ISO 8601
 * @param as pattern of the text that it gives; null = the date itself
 * @param loose what is no date gives nothing
 */
public record DateFunction(
        Expression of,
        List<String> formats,
        ZoneId zone,
        @Nullable String as,
        boolean loose) implements Expression {
    /** The zone of dates on the wire unless the format says otherwise. */
    public static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Patterns come from manifests only, so this stays small. */
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private static final List<String> ISO =
            List.of("uuuu-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][.S]XXX", "uuuu-MM-dd'T'HH:mm[:ss]", "uuuu-MM-dd");
    private static final Pattern DOUBLED = Pattern.compile("([/\\-.: ])\\1+");
    /** Formats that are no patterns: units since 1970-01-01T00:00Z, in milliseconds. */
    private static final Map<String, Long> EPOCH = Map.of("epochMillis", 1L, "epochSeconds", 1000L);

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,14}");
    private static final int LONGEST = 60;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    public DateFunction {
        formats = List.copyOf(formats.isEmpty() ? ISO : formats);
    }

    /**
     * A strict formatter of that pattern, {@code yyyy} meaning the same as {@code uuuu}.
     *
     * @throws IllegalArgumentException when it is no pattern
     */
    public static DateTimeFormatter formatter(String pattern) {
        return FORMATTERS.computeIfAbsent(
                pattern,
                p -> DateTimeFormatter.ofPattern(p.replace("yyyy", "uuuu"), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT));
    }

    @Override
    public @Nullable Object evaluate(Scope scope) throws MappingException {
        Object value = of.evaluate(scope);
        if (value instanceof LocalDate || value instanceof Instant) {
            return written(value);
        }
        String text = Texts.text(value, where());
        try {
            return text == null ? null : written(parse(text, formats, zone, where()));
        } catch (MappingException e) {
            if (loose) {
                return null;
            }
            throw e;
        }
    }

    /** A day or a moment in ISO 8601; a moment without an offset is local. */
    static Object iso(String text, String where) throws MappingException {
        return parse(text, ISO, HERE, where);
    }

    private static Object parse(String text, List<String> formats, ZoneId zone, String where) throws MappingException {
        String plain = DOUBLED.matcher(text).replaceAll("$1");
        for (String format : text.length() > LONGEST ? List.<String>of() : formats) {
            try {
                Object time = parse(plain, format, zone);
                int year = (time instanceof Instant moment ? moment.atZone(zone).toLocalDate() : (LocalDate) time)
                        .getYear();
                if (year < FIRST_YEAR || year > LAST_YEAR) {
                    break;
                }
                return time;
            } catch (DateTimeException nextFormat) {
                continue;
            }
        }
        throw MappingException.conversion(
                where, "is no date of " + FIRST_YEAR + " to " + LAST_YEAR + " in one of " + formats);
    }

    private static Object parse(String text, String format, ZoneId zone) {
        Long unit = EPOCH.get(format);
        if (unit != null) {
            if (!WHOLE.matcher(text).matches()) {
                throw new DateTimeException("no whole number");
            }
            return Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(text), unit));
        }
        TemporalAccessor parsed =
                formatter(format).parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return parsed instanceof OffsetDateTime moment
                ? moment.toInstant()
                : parsed instanceof LocalDateTime local ? local.atZone(zone).toInstant() : parsed;
    }

    /** Whether it is a format for reading: a pattern, {@code epochMillis} or {@code epochSeconds}. */
    public static boolean isFormat(String text) {
        if (EPOCH.containsKey(text)) {
            return true;
        }
        try {
            formatter(text);
            return true;
        } catch (IllegalArgumentException noPattern) {
            return false;
        }
    }

    private Object written(Object time) throws MappingException {
        if (as == null) {
            return time;
        }
        try {
            return formatter(as).format(time instanceof Instant moment ? moment.atZone(zone) : (LocalDate) time);
        } catch (DateTimeException e) {
            throw MappingException.conversion(where(), "has no time of day; " + as + " asks for one");
        }
    }

    @Override
    public Kind kind() {
        return as == null ? Kind.TIME : Kind.TEXT;
    }

    @Override
    public List<Expression> parts() {
        return List.of(of);
    }
}
