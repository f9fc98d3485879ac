// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading a value as text. Blank is none. */
final class Texts {
    /** Characters of one text. */
    static final int LONGEST = 200_000;

    private Texts() {}

    /** @throws MappingException when it is an object or a list, or too long */
    static @Nullable String text(@Nullable Object value, String where) throws MappingException {
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return bounded(text.strip(), where);
        }
        if (value instanceof List<?> list && list.size() <= 1) {
            return list.isEmpty() ? null : text(list.getFirst(), where);
        }
        if (value instanceof Map<?, ?> object && (object.isEmpty() || object.get("#text") instanceof String)) {
            return text(object.get("#text"), where);
        }
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case Double number -> plain(number);
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case BigInteger number -> number.toString();
            case Boolean flag -> flag.toString();
            case LocalDate day -> day.toString();
            case Instant moment -> moment.toString();
            default -> throw MappingException.conversion(where, "is an object, a list or a point; a text is allowed");
        };
    }

    /** Each element as text, without the blank ones; one text is a list of one. */
    static List<String> texts(@Nullable Object value, String where) throws MappingException {
        List<String> texts = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : singleton(value)) {
            String text = text(element, where);
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    private static List<?> singleton(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    /** JMESPath counts in doubles: 5.0 is 5. */
    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static @Nullable String bounded(String text, String where) throws MappingException {
        if (text.length() > LONGEST) {
            throw MappingException.conversion(where, "is longer than " + LONGEST + " characters");
        }
        return text.isEmpty() ? null : text;
    }
}
