// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ioc.schema.VietnameseText;

/**
 * Numbers and codes as units: {@code 45/QĐ-UBND}, {@code 000.00.53.H48-220921-0099}, {@code 19/5/2022}. A code matches whole
 * or from its start to one of its joints, never by its scattered parts. Pure.
 */
public final class Codes {
    /** Longer ones are no codes; the index ignores them. In UTF-16 units. */
    public static final int LONGEST = 160;

    private static final int MOST_CITED = 400;
    private static final Pattern DASHES = Pattern.compile("[‐-―−]");
    /** A blank beside a slash that follows a digit: {@code 45 /QĐ}. */
    private static final Pattern LOOSE_SLASH = Pattern.compile("(?<=\\d)[ \\u00a0]*/[ \\u00a0]*(?=[\\p{L}\\d])");

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");
    private static final Pattern DAY = Pattern.compile("0?(\\d{1,2})([/.-])0?(\\d{1,2})\\2(\\d{4})");
    private static final Pattern JOINED = Pattern.compile("[\\p{L}\\p{M}\\p{N}][/._:,-][\\p{L}\\p{M}\\p{N}]");
    private static final Pattern JOINT = Pattern.compile("[/._:, -]");

    private Codes() {}

    /** NFC, one kind of dash, tones in one place, no blank beside a number's slash. */
    public static String tidy(String text) {
        String dashed = DASHES.matcher(VietnameseText.tonePlaced(text)).replaceAll("-");
        return LOOSE_SLASH.matcher(dashed).replaceAll("/");
    }

    /** The form in which codes are compared: tidy, lower case, without punctuation at its ends; days without leading zeros. */
    public static String normalized(String code) {
        String bare = EDGES.matcher(tidy(code)).replaceAll("").toLowerCase(Locale.ROOT);
        String single = bare.replaceAll("\\s+", " ");
        Matcher day = DAY.matcher(single);
        return day.matches() ? day.group(1) + '/' + day.group(3) + '/' + day.group(4) : single;
    }

    /** Whether a run of text without blanks is a code: a digit and a joint between letters or digits. */
    public static boolean isCode(String run) {
        return run.length() <= LONGEST
                && run.chars().anyMatch(Character::isDigit)
                && JOINED.matcher(run).find();
    }

    /** Whether the parts of a code say nothing by themselves: it has a slash, or two joints and more. */
    public static boolean isStrict(String normalized) {
        return normalized.indexOf('/') >= 0
                || JOINT.matcher(normalized).results().count() > 1;
    }

    /** The code as written and without accents, for the index; empty when too long. */
    public static Set<String> spellings(String code) {
        String normalized = normalized(code);
        if (normalized.isEmpty() || normalized.length() > LONGEST) {
            return Set.of();
        }
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(normalized);
        spellings.add(VietnameseText.folded(normalized));
        return spellings;
    }

    /** The spellings of a code from its start to each of its inner joints. */
    public static Set<String> starts(String code) {
        Set<String> starts = new LinkedHashSet<>();
        for (String spelling : spellings(code)) {
            Matcher joint = JOINT.matcher(spelling);
            while (joint.find()) {
                if (joint.start() > 0) {
                    starts.add(spelling.substring(0, joint.start()));
                }
            }
        }
        return starts;
    }

    /** The codes that running text cites, as written, in order; the first few hundred of them. */
    public static List<String> cited(String text) {
        List<String> cited = new ArrayList<>();
        for (String run : tidy(text).split("\\s+")) {
            String code = EDGES.matcher(run).replaceAll("");
            if (isCode(code) && cited.size() < MOST_CITED) {
                cited.add(code);
            }
        }
        return cited;
    }
}
