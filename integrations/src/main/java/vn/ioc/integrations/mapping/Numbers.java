// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reading a value as a number: of two separators the last one is the decimal mark, a single comma is one too. */
final class Numbers {
    private static final int LONGEST = 40;

    private Numbers() {}

    /** @throws MappingException when it is not a number */
    static @Nullable BigDecimal number(@Nullable Object value, String where) throws MappingException {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        String text = Texts.text(value, where);
        return text == null ? null : parse(text, where);
    }

    private static BigDecimal parse(String text, String where) throws MappingException {
        String plain = text.replace("\u00A0", "").replace(" ", "");
        if (plain.length() <= LONGEST && plain.matches("[+-]?[0-9][0-9.,]*")) {
            int comma = plain.lastIndexOf(',');
            int dot = plain.lastIndexOf('.');
            boolean decimalComma = comma > dot && plain.indexOf(',') == comma;
            boolean decimalDot = dot > comma && plain.indexOf('.') == dot;
            if (decimalComma) {
                return new BigDecimal(plain.replace(".", "").replace(',', '.'));
            }
            if (decimalDot || (comma < 0 && dot < 0)) {
                return new BigDecimal(plain.replace(",", ""));
            }
        }
        throw MappingException.conversion(where, "is no number; allowed are digits with one decimal mark, e.g. 15.26");
    }
}
