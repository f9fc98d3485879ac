// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A preview as the type {@code Preview} shows it. */
public record PreviewView(
        boolean complete,
        long added,
        long changed,
        long unchanged,
        long removed,
        long linked,
        long rejected,
        long refused,
        long excluded,
        long stale,
        long conflicts,
        boolean sweepHeld,
        List<Entry> entries) {

    /** What one record would undergo, or why an item would not become one. */
    public record Entry(
            Kind kind,
            String stream,
            @Nullable String id,
            List<String> fields,
            List<String> linked,
            List<Owned> ownedElsewhere,
            @Nullable String problem) {}

    /** A field whose value would not count. */
    public record Owned(String field, String owner) {}

    /** Kinds of entries, with the sign of their line. */
    public enum Kind {
        ADDED("+"),
        CHANGED("~"),
        REMOVED("-"),
        CONFLICT("!"),
        REJECTED("!");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /** One line for each entry. */
    public List<String> lines() {
        return entries.stream().map(PreviewView::line).toList();
    }

    private static String line(Entry entry) {
        if (entry.id() == null) {
            return entry.kind().sign + " " + entry.problem();
        }
        StringBuilder line = new StringBuilder(entry.kind().sign).append(' ').append(entry.id());
        if (!entry.fields().isEmpty()) {
            line.append(" (").append(String.join(", ", entry.fields())).append(')');
        }
        entry.ownedElsewhere()
                .forEach(o -> line.append("; ")
                        .append(o.field())
                        .append(" is ")
                        .append(o.owner())
                        .append("'s"));
        if (entry.problem() != null) {
            line.append(": ").append(entry.problem());
        }
        return line.toString();
    }
}
