// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A record that others are searched through, and the titles that this gives them: its own; of an area also those of its
 * predecessors and successors, and of the areas that these are part of.
 *
 * @param titles sorted by uid; empty for a placeholder or a record that is gone
 */
public record Through(String uid, List<Title> titles) {
    public Through {
        titles = titles.stream()
                .sorted(Comparator.comparing(Title::uid))
                .distinct()
                .toList();
    }

    /** A title, with what decides who may search by it. */
    public record Title(String uid, String title, String sector, String audience) {}

    /** Changes with any of the titles and with who may search by them: {@code uid#sign}. */
    String sign() {
        CRC32C crc = new CRC32C();
        titles.forEach(title -> crc.update((title.toString() + '\n').getBytes(StandardCharsets.UTF_8)));
        return uid + '#' + Long.toHexString(crc.getValue());
    }
}
