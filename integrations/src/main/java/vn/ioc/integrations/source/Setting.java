// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a manifest in which {@code ${NAME}} and {@code ${NAME:-otherwise}} stand for what is set from outside. A value that
 * begins with {@code file:} is read from that file.
 */
public record Setting(String text) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]{0,60})(?::-([^}]*))?}");

    /** What HTTP writes before a credential (RFC 9110, 11.1). */
    private static final Pattern SCHEME = Pattern.compile("\\s*(?:(?i:Bearer|Basic|Token)\\s*)?");

    /** Names that are referred to. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        REFERENCE.matcher(text).results().forEach(m -> names.add(m.group(1)));
        return names;
    }

    /** Whether it is nothing but references without a value of its own, as a credential must be; a scheme may go before. */
    public boolean isReferenceOnly() {
        return SCHEME.matcher(REFERENCE.matcher(text).replaceAll("")).matches()
                && REFERENCE
                        .matcher(text)
                        .results()
                        .allMatch(m -> m.group(2) == null || m.group(2).isEmpty());
    }

    /**
     * Its value now.
     *
     * @throws SourceException naming a parameter that is not set, never a value
     */
    public String resolve(Function<String, Optional<String>> parameters) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String otherwise = matcher.group(2);
            String value = parameters
                    .apply(name)
                    .filter(v -> !v.isBlank())
                    .or(() -> Optional.ofNullable(otherwise))
                    .orElseThrow(() -> unset(name, "is not set"));
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(read(name, value)));
        }
        return matcher.appendTail(resolved).toString();
    }

    private static String read(String name, String value) {
        if (!value.startsWith("file:")) {
            return value;
        }
        try {
            return Files.readString(Path.of(value.substring("file:".length()))).strip();
        } catch (IOException e) {
            throw unset(name, "names a file that cannot be read");
        }
    }

    private static SourceException unset(String name, String what) {
        return new SourceException(SourceException.Reason.UNCONFIGURED, List.of("the parameter " + name + " " + what));
    }
}
