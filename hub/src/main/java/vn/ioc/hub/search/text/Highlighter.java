// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.ioc.schema.VietnameseText;

/**
 * Shows where a text answers a query: fragments of the text as it is, its accents kept, escaped for HTML, with {@code <em>}
 * around what matches. Immutable.
 */
public final class Highlighter {
    private static final int MOST_FRAGMENTS = 3;
    /** A text up to this length is one fragment; longer ones are cut around their matches. In UTF-16 units. */
    private static final int WHOLE = 200;

    private static final int BEFORE = 60;
    private static final int AFTER = 100;

    private final List<Needle> needles;

    public Highlighter(SearchText text) {
        List<Needle> all = new ArrayList<>();
        for (QueryUnit unit : text.units()) {
            switch (unit) {
                case QueryUnit.Words words -> all.add(new Needle.Words(words.tokens()));
                case QueryUnit.Code code -> {
                    all.add(new Needle.Code(code.token()));
                    if (code.loose()) {
                        all.add(new Needle.Words(Tokens.words(code.token().exact())));
                    }
                }
                case QueryUnit.Concept concept -> {
                    concept.literal().forEach(words -> all.add(new Needle.Words(words.tokens())));
                    concept.spellings().forEach(s -> all.add(new Needle.Words(Tokens.words(s))));
                }
            }
        }
        this.needles = List.copyOf(all);
    }

    /** In the order of the text; empty when nothing in it matches. */
    public List<String> fragments(String text) {
        String shown = VietnameseText.nfc(text);
        List<Piece> pieces = Piece.of(shown);
        TreeMap<Integer, Integer> marks = new TreeMap<>();
        for (Needle needle : needles) {
            needle.find(pieces).forEach(m -> marks.merge(m.from(), m.to(), Math::max));
        }
        List<String> fragments = new ArrayList<>();
        int covered = 0;
        for (int start : marks.keySet()) {
            if (start >= covered && fragments.size() < MOST_FRAGMENTS) {
                int from = shown.length() <= WHOLE ? 0 : edge(shown, Math.max(covered, start - BEFORE), covered);
                int to = shown.length() <= WHOLE ? shown.length() : end(shown, start + AFTER);
                fragments.add(marked(shown, from, to, marks));
                covered = to;
            }
        }
        return fragments;
    }

    /** The start of a word at or after a position. */
    private static int edge(String text, int from, int covered) {
        int at = from;
        while (at > covered && at < text.length() && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    /** The end of a word at or after a position. */
    private static int end(String text, int from) {
        int at = Math.min(text.length(), from);
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String marked(String text, int from, int to, TreeMap<Integer, Integer> marks) {
        StringBuilder html = new StringBuilder();
        int at = from;
        for (var mark : marks.subMap(from, to).entrySet()) {
            int last = Math.min(to, mark.getValue());
            if (last > at) {
                int first = Math.max(at, mark.getKey());
                escape(text, at, first, html);
                html.append("<em>");
                escape(text, first, last, html);
                html.append("</em>");
                at = last;
            }
        }
        escape(text, at, to, html);
        return html.toString().strip();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
