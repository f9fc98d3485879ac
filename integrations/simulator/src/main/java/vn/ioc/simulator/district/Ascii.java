// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.text.Normalizer;

/** Vietnamese without its marks, as people write it in file names. */
public final class Ascii {
    private Ascii() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
