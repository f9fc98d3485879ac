// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way to write something, and how it is recognised in a query.
 *
 * @param tokens its words, one or more
 */
record Spelling(List<Token> tokens, Kind kind) {
    /** How a spelling is recognised. */
    enum Kind {
        /** Words in full, two or more: recognised with their accents, or wholly without. */
        PHRASE,
        /** Capital letters: in small letters only where they could not be a Vietnamese syllable. */
        ABBREVIATION,
        /** As ABBREVIATION, and only in these very letters: {@code TTg}, {@code CTr}. */
        ABBREVIATION_IN_CASE
    }

    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}" + "(?:ch|ng|nh|[cmnpt])?");

    static Spelling phrase(String words) {
        return new Spelling(Tokens.words(words), Kind.PHRASE);
    }

    /** As written in the index, for a phrase query. */
    String text() {
        return String.join(" ", tokens.stream().map(Token::exact).toList());
    }

    /** @param shouting whether the whole query is in capitals, so that capitals say nothing */
    boolean stands(List<Token> query, int from, boolean shouting) {
        if (from + tokens.size() > query.size()) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (!stands(tokens.get(i), query.get(from + i), shouting)) {
                return false;
            }
        }
        return true;
    }

    private boolean stands(Token mine, Token typed, boolean shouting) {
        if (typed.code()) {
            return false;
        }
        boolean same = mine.exact().equals(typed.exact())
                || (!typed.accented() && mine.folded().equals(typed.folded()));
        return switch (kind) {
            case PHRASE -> same;
            case ABBREVIATION_IN_CASE -> mine.written().equals(typed.written());
            case ABBREVIATION ->
                same
                        && ((mine.written().equals(typed.written()) && !shouting)
                                || !SYLLABLE.matcher(typed.folded()).matches());
        };
    }

    /** What comes next in a query, when a spelling means something only there. */
    enum Before {
        /** A number or a code: {@code TT 01/2022}. */
        NUMBER,
        /** A word with a capital: {@code TT Trà My}. */
        NAME;

        static Optional<Before> of(Token token) {
            if (token.code() || token.numeric()) {
                return Optional.of(NUMBER);
            }
            return token.capitalised() ? Optional.of(NAME) : Optional.empty();
        }
    }
}
