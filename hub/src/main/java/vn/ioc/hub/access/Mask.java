// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

/** How a personal value is shown to those who may only see that it is there. */
public final class Mask {
    private static final int SHOWN = 3;

    private Mask() {}

    /** All but the last three characters replaced; short values wholly. The length tells nothing beyond eight. */
    public static String of(String value) {
        int length = value.codePointCount(0, value.length());
        if (length <= 2 * SHOWN) {
            return "•••";
        }
        return "•••••" + value.substring(value.offsetByCodePoints(value.length(), -SHOWN));
    }
}
