// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The marks of state secrets: Mật, Tối mật, Tuyệt mật, in any case and composition, with all, some or none of their accents.
 * Not the same letters with other accents (mặt, mất), and not the syllable in running text (mật độ, mật ong).
 */
final class SecrecyMark {
    private static final List<List<String>> MARKS =
            List.of(List.of("tối", "mật"), List.of("tuyệt", "mật"), List.of("mật"));
    /** Second syllables with which mật is an ordinary word, even in capitals at the start of a heading. */
    private static final Set<String> WORDS = Set.of(
            "độ", "ong", "mía", "khẩu", "mã", "thư", "thiết", "ngọt", "vụ", "đàm", "báo", "hoa", "danh", "phục", "lệnh",
            "gấu", "heo", "lợn", "cá", "rỉ", "gỗ", "tông");

    private static final Set<String> OPEN_VALUES = Set.of("", "thường", "thuong");

    private SecrecyMark() {}

    /** Whether the value of a dedicated field says that the item is open; anything else is a mark or unknown. */
    static boolean isOpen(String value) {
        return OPEN_VALUES.contains(plain(value).strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a text is a mark, or begins with one that stands alone. */
    static boolean marks(String text) {
        String plain = spelledOut(plain(text));
        int start = 0;
        while (start < plain.length() && !Character.isLetterOrDigit(plain.charAt(start))) {
            start++;
        }
        String rest = plain.substring(start);
        return MARKS.stream().anyMatch(mark -> startsWith(rest, mark));
    }

    private static boolean startsWith(String text, List<String> mark) {
        int at = 0;
        for (int i = 0; i < mark.size(); i++) {
            int from = i == 0 ? 0 : skipGap(text, at);
            int end = wordEnd(text, from);
            if (end == from || (i > 0 && from == at) || !same(text.substring(from, end), mark.get(i))) {
                return false;
            }
            at = end;
        }
        return standsAlone(text, at, mark.size() > 1);
    }

    /** Between the syllables of a mark: blanks, and what replaces them in file names. */
    private static int skipGap(String text, int at) {
        int end = at;
        while (end < text.length()
                && (Character.isWhitespace(text.charAt(end)) || "_-.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * After the mark the text ends, or something other than a blank and a word follows. A mark of two syllables is no
     * ordinary word: a word may follow. A lone mật followed by a word counts when the word begins a new phrase, in capitals.
     */
    private static boolean standsAlone(String text, int end, boolean twoSyllables) {
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next)) && text.charAt(next) != '\n') {
            next++;
        }
        if (next == text.length() || twoSyllables || !Character.isLetterOrDigit(text.charAt(next))) {
            return true;
        }
        String word = text.substring(next, Math.max(next + 1, wordEnd(text, next)));
        boolean ordinary = WORDS.stream().anyMatch(w -> same(word, w));
        return !ordinary && (Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0)));
    }

    /** The same letters, and no accent that the wanted word does not have. */
    private static boolean same(String word, String wanted) {
        String left = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace('đ', 'd');
        String right = Normalizer.normalize(wanted, Normalizer.Form.NFD).replace('đ', 'd');
        int at = 0;
        for (int i = 0; i < right.length(); ) {
            if (at >= left.length() || left.charAt(at) != right.charAt(i)) {
                return false;
            }
            int accentsEnd = i + 1;
            while (accentsEnd < right.length() && isAccent(right.charAt(accentsEnd))) {
                accentsEnd++;
            }
            String accents = right.substring(i + 1, accentsEnd);
            at++;
            while (at < left.length() && isAccent(left.charAt(at))) {
                if (accents.indexOf(left.charAt(at)) < 0) {
                    return false;
                }
                at++;
            }
            i = accentsEnd;
        }
        return at == left.length();
    }

    private static boolean isAccent(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Composed, without characters that have no width, no-break blanks as blanks. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            if (Character.getType(c) != Character.FORMAT) {
                plain.appendCodePoint(Character.isSpaceChar(c) ? ' ' : c);
            }
        });
        return plain.toString();
    }

    /** {@code M Ậ T} and {@code T Ố I  M Ậ T} are written with blanks between the letters. */
    private static String spelledOut(String text) {
        String start = text.strip();
        if (!start.matches("(?s)\\p{L}( \\p{L}){2,}( {2,}\\p{L}( \\p{L})+)*([^\\p{L}].*)?")) {
            return text;
        }
        return start.replaceAll("(?<=\\p{L}) (?=\\p{L}( |$|[^\\p{L}]))", "").replaceAll(" {2,}", " ");
    }
}
