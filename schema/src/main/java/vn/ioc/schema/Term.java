// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a thing of the schema, read from its description: "Citizens' petitions (phản ánh, kiến nghị), Smart …" is
 * "Phản ánh, kiến nghị", and "Citizens' petitions" in English.
 *
 * @param vietnamese empty when the description has no term in brackets
 * @param english what stands before the brackets, or before the first stop
 */
public record Term(Optional<String> vietnamese, String english) {
    /** The first brackets of a description with a letter that only Vietnamese has. */
    static final Pattern BRACKETS = Pattern.compile("\\([^()]*[^\\x00-\\x7f][^()]*\\)");

    private static final Pattern LEAD = Pattern.compile("(?:(?:An?|The) )?([^(.:,;]*)");

    static Term of(String description) {
        Matcher brackets = BRACKETS.matcher(description);
        Optional<String> term = brackets.find()
                ? Optional.of(
                        capital(brackets.group().substring(1, brackets.group().length() - 1)))
                : Optional.empty();
        Matcher lead = LEAD.matcher(description.strip());
        return new Term(term, lead.lookingAt() ? capital(lead.group(1).strip()) : "");
    }

    private static String capital(String text) {
        String stripped = text.strip().replaceAll("\\s+", " ");
        return stripped.isEmpty() ? stripped : Character.toUpperCase(stripped.charAt(0)) + stripped.substring(1);
    }
}
