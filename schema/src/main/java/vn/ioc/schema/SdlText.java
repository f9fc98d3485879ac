// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.Locale;

/** Pieces of SDL text. */
final class SdlText {
    private SdlText() {}

    /** A description on a line of its own; whatever it holds stays text. */
    static String description(String text) {
        return "\"\"\"\n" + text.replace("\"\"\"", "\\\"\"\"").strip() + "\n\"\"\"\n";
    }

    /** A description that says when its field is null: its own words where it has some, else those given. */
    static String nullWhen(String description, String otherwise) {
        String said = description.strip();
        return said.toLowerCase(Locale.ROOT).contains("null") ? said : said + " " + otherwise;
    }

    /** One line of an input type. */
    static String line(String description, String name, String type) {
        return description(description) + name + ": " + type + "\n";
    }
}
