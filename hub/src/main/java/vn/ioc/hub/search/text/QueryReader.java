// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what was typed into the search field. Everything typed is text; there is no query syntax. Immutable. */
public final class QueryReader {
    private final Lexicon lexicon = Lexicon.shipped();

    public SearchText read(String query) {
        List<Token> tokens = Tokens.of(query);
        boolean shouting = tokens.size() > 2
                && tokens.stream().allMatch(t -> t.written().chars().noneMatch(Character::isLowerCase));
        List<QueryUnit> units = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Lexicon.Found> found = lexicon.at(tokens, at, shouting);
            int end = found.map(Lexicon.Found::length).orElse(0) + at;
            if (end > at) {
                units.add(new QueryUnit.Concept(
                        words(tokens.subList(at, end)), found.orElseThrow().spellings()));
            } else {
                end = unitEnd(tokens, at);
                Token first = tokens.get(at);
                units.add(
                        first.code()
                                ? new QueryUnit.Code(first)
                                : new QueryUnit.Words(List.copyOf(tokens.subList(at, end))));
            }
            at = end;
        }
        return new SearchText(query.isBlank(), tokens, units);
    }

    private static List<QueryUnit.Words> words(List<Token> tokens) {
        List<QueryUnit.Words> words = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = unitEnd(tokens, at);
            words.add(new QueryUnit.Words(List.copyOf(tokens.subList(at, end))));
            at = end;
        }
        return words;
    }

    /** A word takes along those that are glued to it. */
    private static int unitEnd(List<Token> tokens, int at) {
        int end = at + 1;
        while (!tokens.get(at).code() && end < tokens.size() && tokens.get(end).glued()) {
            end++;
        }
        return end;
    }
}
