// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Vietnamese text at the border and in comparisons. All methods are pure and take any text. */
public final class VietnameseText {
    private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";
    /** Open syllables oa, oe, uy with the tone on the last vowel, as the newer style writes them; not after q. */
    private static final Pattern NEW_STYLE = Pattern.compile("(?<![qQ])([oO])([aAeE])([" + TONES
            + "])(?![\\p{L}\\p{M}])|(?<![qQ])([uU])([yY])([" + TONES + "])(?![\\p{L}\\p{M}])");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private VietnameseText() {}

    /** Unicode NFC: the one form that is stored, compared and searched. */
    public static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** NFC with the tone of open oa, oe, uy on the first vowel: hoà and hòa, thuỷ and thủy become one. */
    public static String tonePlaced(String text) {
        String open = Normalizer.normalize(text, Normalizer.Form.NFD);
        Matcher matcher = NEW_STYLE.matcher(open);
        String placed = matcher.replaceAll(
                m -> m.group(1) != null ? m.group(1) + m.group(3) + m.group(2) : m.group(4) + m.group(6) + m.group(5));
        return Normalizer.normalize(placed, Normalizer.Form.NFC);
    }

    /** For contains and startsWith: case and tone placement do not count, accents do. */
    public static String comparable(String text) {
        return tonePlaced(text).toLowerCase(Locale.ROOT);
    }

    /** Without accents and case: đ is d. */
    public static String folded(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace("đ", "d").replace("Đ", "D").toLowerCase(Locale.ROOT);
    }
}
