// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words and codes, as the index's standard tokenizer would cut the words. Pure. */
final class Tokens {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        for (String chunk : Codes.tidy(text).split("[\\s\\u00a0]+")) {
            String run = EDGES.matcher(chunk).replaceAll("");
            if (Codes.isCode(run)) {
                tokens.add(Token.code(run));
            } else {
                words(run, tokens);
            }
        }
        return tokens;
    }

    /** The words of a spelling, codes not told apart. */
    static List<Token> words(String text) {
        List<Token> tokens = new ArrayList<>();
        for (String chunk : Codes.tidy(text).split("[\\s\\u00a0]+")) {
            words(chunk, tokens);
        }
        return tokens;
    }

    private static void words(String run, List<Token> tokens) {
        Matcher word = WORD.matcher(run);
        boolean glued = false;
        while (word.find()) {
            tokens.add(Token.word(word.group(), glued));
            glued = true;
        }
    }
}
