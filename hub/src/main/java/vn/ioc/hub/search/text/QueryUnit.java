// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.List;

/** One thing that a query asks for; a record matches it anywhere among its searched fields. */
public sealed interface QueryUnit {
    /** A word, or words that a hyphen joins, which must then stand side by side. */
    record Words(List<Token> tokens) implements QueryUnit {
        /** As the index is asked for it. */
        public String text() {
            return text(tokens);
        }

        private static String text(List<Token> tokens) {
            return String.join(" ", tokens.stream().map(Token::exact).toList());
        }
    }

    /** A code: whole, or from its start to a joint. */
    record Code(Token token) implements QueryUnit {
        /** Whether its parts, side by side in running text, are a match too. */
        public boolean loose() {
            return !Codes.isStrict(token.exact());
        }
    }

    /**
     * Something with several spellings.
     *
     * @param literal what was typed, each word anywhere
     * @param spellings other ways to write it, each one word or words side by side
     */
    record Concept(List<Words> literal, List<String> spellings) implements QueryUnit {
        /** How many words were typed for it. */
        public int words() {
            return literal.stream().mapToInt(w -> w.tokens().size()).sum();
        }
    }
}
