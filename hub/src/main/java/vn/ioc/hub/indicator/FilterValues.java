// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** A filter as a file writes it, with the values that a client's arguments would be coerced to; notes the types that it touches. */
final class FilterValues {
    static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern FROM_TODAY = Pattern.compile("today(?:([+-][0-9]{1,5})d)?");
    private static final Set<String> PLACES = Set.of("place", "placeNow");

    private final RecordModel model;
    private final LocalDate today;
    private final Set<String> types = new TreeSet<>();

    FilterValues(RecordModel model, LocalDate today) {
        this.model = model;
        this.today = today;
    }

    /** Names of the types whose records the filters read so far look at. */
    Set<String> types() {
        return types;
    }

    Map<String, @Nullable Object> of(RecordType type, Map<String, @Nullable Object> where) {
        types.add(type.name());
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        where.forEach((name, value) -> read.put(name, value == null ? null : part(type, name, value)));
        return read;
    }

    private Object part(RecordType type, String name, Object value) {
        return switch (name) {
            case "and", "or" ->
                list(value).stream().map(w -> of(type, object(w))).toList();
            case "not" -> of(type, object(value));
            default -> {
                Optional<RecordLink> link = type.findLink(name).filter(l -> !PLACES.contains(l.name()));
                yield link.isPresent() ? link(link.get(), object(value)) : operators(scalar(type, name), object(value));
            }
        };
    }

    private Map<String, @Nullable Object> link(RecordLink link, Map<String, @Nullable Object> value) {
        RecordType target = model.type(link.target());
        if (!link.many()) {
            return of(target, value);
        }
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        value.forEach((quantifier, where) -> read.put(quantifier, of(target, object(where))));
        return read;
    }

    /** The places' own filter, and the fields that every record has, take texts and days. */
    private static Optional<Scalar> scalar(RecordType type, String name) {
        return switch (name) {
            case "date" -> Optional.of(Scalar.DATE);
            case "updatedAt" -> Optional.of(Scalar.DATE_TIME);
            default -> type.findField(name).map(f -> f.scalar());
        };
    }

    private Map<String, @Nullable Object> operators(Optional<Scalar> scalar, Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        given.forEach((operator, value) -> read.put(operator, value == null ? null : value(scalar, value)));
        return read;
    }

    private Object value(Optional<Scalar> scalar, Object value) {
        return switch (value) {
            case List<?> list ->
                list.stream().map(v -> value(scalar, String.valueOf(v))).toList();
            case Map<?, ?> inner -> operators(Optional.empty(), object(inner));
            case Boolean flag -> flag;
            case BigInteger number ->
                scalar.filter(s -> s == Scalar.FLOAT).isPresent()
                        ? (Object) number.doubleValue()
                        : scalar.filter(s -> s == Scalar.INT).isPresent()
                                ? (Object) number.longValue()
                                : number.toString();
            case BigDecimal number -> number.doubleValue();
            default -> text(scalar, value.toString());
        };
    }

    private Object text(Optional<Scalar> scalar, String text) {
        Scalar kind = scalar.orElse(Scalar.STRING);
        return switch (kind) {
            case DATE -> day(text);
            case DATE_TIME ->
                text.contains("T") ? moment(text) : day(text).atStartOfDay(HERE).toOffsetDateTime();
            case INT -> Long.valueOf(text);
            case FLOAT -> Double.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case STRING, CODE, ENUM, POINT, GEOMETRY -> text;
        };
    }

    private LocalDate day(String text) {
        Matcher relative = FROM_TODAY.matcher(text);
        if (relative.matches()) {
            return relative.group(1) == null ? today : today.plusDays(Long.parseLong(relative.group(1)));
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw bad("'" + text + "' is no day; allowed are 2025-07-01, today and today-30d");
        }
    }

    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw bad("'" + text + "' is no moment; allowed is e.g. 2025-07-01T00:00:00+07:00");
        }
    }

    private static IndicatorException bad(String problem) {
        return new IndicatorException(IndicatorException.Reason.BAD_FILE, List.of(problem));
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        return IndicatorReader.object(value);
    }
}
