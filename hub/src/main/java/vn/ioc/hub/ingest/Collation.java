// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/** Sort keys of Vietnamese texts: Đ after D, tones last; compared as plain text they give the dictionary's order. */
final class Collation {
    /** Texts that are equal up to here keep the order of their uids. */
    private static final int LENGTH = 64;

    private static final Collator VIETNAMESE =
            Collator.getInstance(ULocale.forLanguageTag("vi")).freeze();

    private Collation() {}

    static String key(String text) {
        String head = text.length() <= LENGTH ? text : text.substring(0, cut(text));
        byte[] key = VIETNAMESE.getCollationKey(head).toByteArray();
        return HexFormat.of().formatHex(key, 0, key.length - 1);
    }

    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
    }
}
