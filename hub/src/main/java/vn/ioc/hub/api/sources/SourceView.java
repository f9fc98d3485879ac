// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source as the type {@code Source} shows it. */
public record SourceView(
        String name,
        String title,
        List<StreamView> streams,
        @Nullable Integer lag) {
    /** The worst state among the streams. */
    public StreamView.State state() {
        return streams.stream()
                .map(StreamView::state)
                .max(Comparator.naturalOrder())
                .orElse(StreamView.State.OFF);
    }

    /** The oldest of the streams' last successes; null when one has none. */
    public @Nullable Instant lastSuccess() {
        return streams.stream().anyMatch(s -> s.lastSuccess() == null)
                ? null
                : streams.stream()
                        .flatMap(s -> Optional.ofNullable(s.lastSuccess()).stream())
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    public @Nullable String lastError() {
        return streams.stream()
                .flatMap(s -> Optional.ofNullable(s.lastError()).map(e -> s.name() + ": " + e).stream())
                .findFirst()
                .orElse(null);
    }
}
