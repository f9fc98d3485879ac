// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the sender out of the texts of one item: phones, numbers of identity papers, mail addresses, names that follow the
 * phrases with which people introduce themselves, and values that the item itself gives. A name found in one text of the
 * item is taken out of all of them. Runs in time linear in the text.
 */
final class Redactor {
    static final String MARKER = "[đã ẩn]";

    private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]*";
    private static final String NAME = WORD + "(?:[ \\x{00A0}]+" + WORD + "){1,6}";
    private static final String FAMILY =
            "(?i:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|"
                    + "Trương|Đoàn|Lương|Mai|Tô|Trịnh|Cao|Lâm|Thái|Tạ|Hà|Châu|Phùng|Vương|Quách|La|Lưu|Tăng|Kiều|Thân|Doãn|Đào|"
                    + "Đàm|Từ|Văn|Ông|Alăng|Arất|Bhnướch|Bling|Blúp|Bríu|Coor|Hiên|Pơloong|Ríah|Tơngôl|Zơrâm|Nguyễn Thị)";
    /** The group is the name. */
    private static final List<Pattern> INTRODUCED = List.of(
            Pattern.compile("(?i:tôi là|tôi tên là|tôi tên|tên tôi là|em là|em tên là|em tên|con là|cháu là|mình là|"
                    + "người gửi|người phản ánh|người kiến nghị|họ và tên|họ tên|ký tên)\\s*:?\\s*"
                    + "(?:(?i:ông|bà|anh|chị)\\s+)?(" + NAME + ")"),
            Pattern.compile(
                    "(?i:tôi tên là|tôi tên|tên tôi là|em tên là|em tên)\\s*:?\\s*(" + WORD + ")\\s*(?:[,.;:!)\\n]|$)"),
            Pattern.compile(
                    "(?i:liên hệ|liên lạc|gặp|kính gửi|gửi)\\s*:?\\s*(?:(?i:với|lại|ông|bà|anh|chị|ông/bà)\\s+)*("
                            + FAMILY + "(?:[ \\x{00A0}]+" + WORD + "){1,5})"),
            Pattern.compile("(" + FAMILY + "(?:[ \\x{00A0}]+" + WORD + "){1,5})[^\\p{L}\\n]{0,6}"
                    + "(?i:đt|sđt|số điện thoại|điện thoại|tel)?[^\\p{L}\\n]{0,4}(?:\\+?84|0)[\\d .-]{8,14}"));

    private static final Pattern PHONE = Pattern.compile("(?:\\+?84|0)(?:[ .\\x{00A0}-]{0,2}\\d){8,10}");
    private static final Pattern IDENTITY =
            Pattern.compile("\\d{3}[ \\x{00A0}]?\\d{3}[ \\x{00A0}]?\\d{3}(?:[ \\x{00A0}]?\\d{3})?");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64})+");
    private static final int SHORTEST_KNOWN = 4;

    private final List<Pattern> known;

    /** @param texts all texts of the item that are redacted; @param known values that give the sender away */
    Redactor(Collection<String> texts, Collection<String> known) {
        Set<String> names = new LinkedHashSet<>();
        known.stream()
                .map(String::strip)
                .filter(k -> k.length() >= SHORTEST_KNOWN)
                .forEach(names::add);
        texts.forEach(text -> INTRODUCED.forEach(pattern -> {
            Matcher matcher = pattern.matcher(text);
            int from = 0;
            while (from <= text.length() && matcher.find(from)) {
                names.add(matcher.group(1).strip());
                from = Math.max(matcher.end(1), from + 1);
            }
        }));
        Set<String> longestFirst = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        longestFirst.addAll(names);
        this.known = longestFirst.stream()
                .map(n -> Pattern.compile("(?i)" + Pattern.quote(n).replaceAll("[ \\x{00A0}]+", "[ \\\\x{00A0}]+")))
                .toList();
    }

    String redact(String text) {
        String redacted = text;
        for (Pattern value : known) {
            redacted = replace(redacted, value, false);
        }
        redacted = replace(redacted, MAIL, false);
        redacted = replace(redacted, PHONE, true);
        return replace(redacted, IDENTITY, true);
    }

    /** @param number a run of digits, not part of a longer one, and no sum of money */
    private static String replace(String text, Pattern pattern, boolean number) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        int done = 0;
        while (matcher.find()) {
            boolean alone = boundary(text, matcher.start() - 1, number) && boundary(text, matcher.end(), number);
            if (!alone || (number && isMoney(text, matcher.end()))) {
                continue;
            }
            result.append(text, done, matcher.start()).append(MARKER);
            done = matcher.end();
        }
        return done == 0 ? text : result.append(text, done, text.length()).toString();
    }

    private static boolean boundary(String text, int at, boolean number) {
        if (at < 0 || at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        return number ? !Character.isDigit(c) : !Character.isLetterOrDigit(c);
    }

    private static boolean isMoney(String text, int end) {
        String after =
                text.substring(end, Math.min(text.length(), end + 8)).strip().toLowerCase(java.util.Locale.ROOT);
        return after.startsWith("đồng") || after.startsWith("vnđ") || after.startsWith("vnd") || after.startsWith("đ ");
    }
}
