// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query as JDBC takes it.
 *
 * @param text with {@code ?} where the file names the cursor
 * @param parameters how often it does
 */
public record SqlText(String text, int parameters) {
    /** What is skipped comes first: texts, quoted names, comments, casts. */
    private static final String SKIPPED = "'(?:[^']|'')*'|\"[^\"]*\"|--[^\\n]*|(?s:/\\*.*?\\*/)|::";

    /** @param cursor name that stands as {@code :name} in the file */
    static SqlText of(String file, String cursor) {
        Matcher matcher = Pattern.compile(SKIPPED + "|(?<cursor>:" + Pattern.quote(cursor) + "\\b)")
                .matcher(file);
        StringBuilder text = new StringBuilder();
        int parameters = 0;
        while (matcher.find()) {
            boolean bound = matcher.group("cursor") != null;
            parameters += bound ? 1 : 0;
            matcher.appendReplacement(text, bound ? "?" : Matcher.quoteReplacement(matcher.group()));
        }
        return new SqlText(matcher.appendTail(text).toString(), parameters);
    }
}
