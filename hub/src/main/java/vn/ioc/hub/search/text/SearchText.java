// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A query as understood.
 *
 * @param blank nothing but blanks was typed: everything is asked for
 * @param tokens its words and codes in order
 * @param units what it asks for; empty although not blank = nothing can match
 */
public record SearchText(boolean blank, List<Token> tokens, List<QueryUnit> units) {
    public SearchText {
        tokens = List.copyOf(tokens);
        units = List.copyOf(units);
    }

    /** Whether accents were typed at all; when not, folded forms are all that is compared. */
    public boolean accented() {
        return tokens.stream().anyMatch(Token::accented);
    }

    /** All of it as one phrase. */
    public String phrase() {
        return String.join(" ", tokens.stream().map(Token::exact).toList());
    }

    /** Neighbouring words, each two as a phrase. */
    public List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (!tokens.get(i - 1).code() && !tokens.get(i).code()) {
                pairs.add(tokens.get(i - 1).exact() + " " + tokens.get(i).exact());
            }
        }
        return pairs;
    }
}
