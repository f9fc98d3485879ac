// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

/** Pieces of SDL text. */
final class SdlText {
    private SdlText() {}

    /** A description on a line of its own; whatever it holds stays text. */
    static String description(String text) {
        return "\"\"\"\n" + text.replace("\"\"\"", "\\\"\"\"").strip() + "\n\"\"\"\n";
    }

    /** One line of an input type. */
    static String line(String description, String name, String type) {
        return description(description) + name + ": " + type + "\n";
    }
}
