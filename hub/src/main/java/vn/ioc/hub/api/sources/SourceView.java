// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.ingest.Counts;

/**
 * A source as the type {@code Source} shows it.
 *
 * @param rhythm in seconds
 * @param pulling whether a pull that was asked for did not end
 */
public record SourceView(String name, String title, long rhythm, boolean pulling, List<StreamView> streams) {
    /** The worst state among the streams. */
    public StreamView.State state() {
        return streams.stream()
                .map(StreamView::state)
                .max(Comparator.naturalOrder())
                .orElse(StreamView.State.OFF);
    }

    public StreamView.Freshness freshness() {
        return timed().stream()
                .map(StreamView::freshness)
                .max(Comparator.naturalOrder())
                .orElse(StreamView.Freshness.NEVER);
    }

    /** The oldest last success of the streams that are pulled; null when one has none. */
    public @Nullable Instant lastSuccess() {
        return furthestBehind().map(StreamView::lastSuccess).orElse(null);
    }

    /** Seconds since {@link #lastSuccess}. */
    public @Nullable Integer lag() {
        return furthestBehind().map(StreamView::lag).orElse(null);
    }

    private Optional<StreamView> furthestBehind() {
        return timed().stream().anyMatch(s -> s.lastSuccess() == null)
                ? Optional.empty()
                : timed().stream().min(Comparator.comparing(s -> Objects.requireNonNull(s.lastSuccess())));
    }

    /** The streams whose last success says how fresh the source is: those that are pulled; all when none is. */
    private List<StreamView> timed() {
        List<StreamView> pulled = streams.stream().filter(s -> !s.pushed()).toList();
        return pulled.isEmpty() ? streams : pulled;
    }

    public @Nullable String lastError() {
        return streams.stream()
                .flatMap(s -> Optional.ofNullable(s.lastError()).map(e -> s.name() + ": " + e).stream())
                .findFirst()
                .orElse(null);
    }

    public Counts counts() {
        return streams.stream().map(StreamView::counts).reduce(Counts.NONE, Counts::plus);
    }
}
