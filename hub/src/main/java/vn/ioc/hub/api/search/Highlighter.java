// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ioc.hub.search.text.QueryUnit;
import vn.ioc.hub.search.text.SearchText;
import vn.ioc.hub.search.text.Token;
import vn.ioc.schema.VietnameseText;

/**
 * Marks in a field's text what a query looked for, on the text as the graph gave it under the reader's rights: nothing can
 * be shown that the reader may not read, and nothing of a record that has left the reader's sight.
 */
final class Highlighter {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    /** Characters around the first match of a long text. */
    private static final int BEFORE = 60;

    private static final int LENGTH = 220;

    private final Set<String> exact = new HashSet<>();
    private final Set<String> folded = new HashSet<>();

    Highlighter(SearchText query) {
        query.tokens().forEach(this::typed);
        for (QueryUnit unit : query.units()) {
            if (unit instanceof QueryUnit.Concept concept) {
                concept.spellings().forEach(spelling -> words(spelling, exact));
            }
        }
    }

    private void typed(Token token) {
        if (token.exact().equals(token.folded())) {
            words(token.folded(), folded);
        } else {
            words(token.exact(), exact);
        }
    }

    private static void words(String text, Set<String> into) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            into.add(VietnameseText.comparable(word.group()));
        }
    }

    /** The text with {@code <em>} around what matches, cut to its neighbourhood; empty when nothing does. */
    Optional<String> fragment(String text) {
        List<int[]> marks = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (matches(word.group())) {
                marks.add(new int[] {word.start(), word.end()});
            }
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(marked(text, marks));
    }

    private boolean matches(String word) {
        return exact.contains(VietnameseText.comparable(word)) || folded.contains(VietnameseText.folded(word));
    }

    private static String marked(String text, List<int[]> marks) {
        boolean whole = text.length() <= LENGTH;
        int from = whole ? 0 : boundary(text, Math.max(0, marks.getFirst()[0] - BEFORE));
        int to = whole ? text.length() : boundary(text, Math.min(text.length(), from + LENGTH));
        StringBuilder out = new StringBuilder(from > 0 ? "… " : "");
        int at = from;
        for (int[] mark : marks) {
            if (mark[0] >= at && mark[1] <= to) {
                out.append(text, at, mark[0])
                        .append("<em>")
                        .append(text, mark[0], mark[1])
                        .append("</em>");
                at = mark[1];
            }
        }
        return out.append(text, at, Math.max(at, to))
                .append(to < text.length() ? " …" : "")
                .toString();
    }

    private static int boundary(String text, int near) {
        int at = near;
        while (at > 0 && at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }
}
