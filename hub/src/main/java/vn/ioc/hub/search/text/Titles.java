// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ioc.schema.VietnameseText;

/** A whole title as one term, for those who type all of it. Pure. */
public final class Titles {
    private static final int LONGEST = 200;

    private Titles() {}

    /** Its words in small letters, with accents and without; empty for long titles, which nobody types. */
    public static Set<String> whole(String title) {
        String words = Tokens.of(title).stream().map(Token::exact).collect(Collectors.joining(" "));
        if (words.isEmpty() || words.length() > LONGEST) {
            return Set.of();
        }
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(words);
        spellings.add(VietnameseText.folded(words));
        return spellings;
    }
}
