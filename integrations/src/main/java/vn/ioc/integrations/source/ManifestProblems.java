// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** Collects the problems of one manifest, so that all of them are told at once. */
final class ManifestProblems {
    /** {@code file:12: …} after {@code file:9: …}. */
    static final Comparator<String> BY_LINE =
            Comparator.comparingInt(ManifestProblems::line).thenComparing(Comparator.naturalOrder());

    private final String file;
    private final Set<String> lines = new TreeSet<>(BY_LINE);

    ManifestProblems(String file) {
        this.file = file;
    }

    /** @param what what is wrong; what is allowed */
    void add(int line, String what) {
        lines.add(file + ":" + line + ": " + what);
    }

    void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new SourceException(SourceException.Reason.MEANING, java.util.List.copyOf(lines));
        }
    }

    private static int line(String problem) {
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile(":(\\d+): ").matcher(problem);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
