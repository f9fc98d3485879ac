// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The title of a record that others are searched through, with what decides who may search by it. */
public record LinkedTitle(String uid, String title, String sector, String audience) {
    /** Changes with the title and with who may see it: {@code uid#sign}. */
    public String sign() {
        CRC32C crc = new CRC32C();
        crc.update((sector + '\n' + audience + '\n' + title).getBytes(StandardCharsets.UTF_8));
        return uid + '#' + Long.toHexString(crc.getValue());
    }
}
