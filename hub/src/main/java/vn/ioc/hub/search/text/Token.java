// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.Locale;
import vn.ioc.schema.VietnameseText;

/**
 * One word or code of a query.
 *
 * @param written as typed, tones in one place
 * @param exact lower case, accents kept
 * @param folded lower case, without accents
 * @param code whether it is a code, one unit
 * @param glued whether nothing but a hyphen or its like parts it from the word before
 */
public record Token(String written, String exact, String folded, boolean code, boolean glued) {
    static Token word(String written, boolean glued) {
        String exact = written.toLowerCase(Locale.ROOT);
        return new Token(written, exact, VietnameseText.folded(exact), false, glued);
    }

    static Token code(String written) {
        String exact = Codes.normalized(written);
        return new Token(written, exact, VietnameseText.folded(exact), true, false);
    }

    boolean accented() {
        return !exact.equals(folded);
    }

    /** Whether it has a digit. */
    public boolean numeric() {
        return exact.chars().anyMatch(Character::isDigit);
    }

    boolean capitalised() {
        return Character.isUpperCase(written.codePointAt(0));
    }
}
