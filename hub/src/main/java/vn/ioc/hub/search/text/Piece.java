// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ioc.schema.VietnameseText;

/**
 * One word of a text with where it stands, and the run without blanks that it is in.
 *
 * @param exact as a query's words are compared
 * @param run the run's normalized form when it is a code and this is its first word; else empty
 * @param to behind the word; @param runTo behind the run
 */
record Piece(String exact, String folded, int from, int to, String run, int runTo) {
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}][^\\s\\u00a0]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern TAIL = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+$");

    /** Where a match stands. */
    record Mark(int from, int to) {}

    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            String bare = TAIL.matcher(run.group()).replaceAll("");
            String code = Codes.isCode(bare) ? Codes.normalized(bare) : "";
            Matcher word = WORD.matcher(bare);
            while (word.find()) {
                String exact = VietnameseText.comparable(word.group());
                pieces.add(new Piece(
                        exact,
                        VietnameseText.folded(exact),
                        run.start() + word.start(),
                        run.start() + word.end(),
                        word.start() == 0 ? code : "",
                        run.start() + bare.length()));
            }
        }
        return pieces;
    }
}
