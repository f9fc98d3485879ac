// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an XML document, by its byte order mark or its declaration; UTF-8 otherwise. */
final class XmlText {
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final List<Charset> KNOWN =
            List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private XmlText() {}

    static String of(byte[] bytes) throws DecodeException {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF) {
            return Utf8.text(bytes, StandardCharsets.UTF_16);
        }
        return Utf8.text(bytes, declared(bytes));
    }

    private static Charset declared(byte[] bytes) throws DecodeException {
        String start = new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(start);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = matcher.group(1).toUpperCase(Locale.ROOT);
        Optional<Charset> known =
                KNOWN.stream().filter(c -> c.name().equals(name)).findFirst();
        return known.orElseThrow(() -> new DecodeException(
                DecodeException.Reason.UNREADABLE, "declares an encoding that is not read; allowed are " + KNOWN));
    }
}
