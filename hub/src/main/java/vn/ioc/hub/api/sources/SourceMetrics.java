// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ioc.hub.ingest.Counts;
import vn.ioc.hub.ingest.IngestException;
import vn.ioc.integrations.change.StreamId;

/**
 * Meters of each stream, tagged by source and stream alone: {@code hub.source.items} by outcome, {@code hub.source.lag} in
 * seconds, {@code hub.source.state} (1 for the state that it is in), {@code hub.source.sweep.held} (deletions that wait) and
 * {@code hub.source.drift} (different names that moved away from the manifest). NaN while the graph cannot be read.
 */
public final class SourceMetrics implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(SourceMetrics.class);

    /** One scrape asks for hundreds of values; the graph is asked once. */
    private static final long FOR = Duration.ofSeconds(5).toNanos();

    private static final Map<String, Function<Counts, Long>> OUTCOMES = Map.of(
            "read", Counts::read,
            "changed", Counts::changed,
            "unchanged", Counts::unchanged,
            "stale", Counts::stale,
            "rejected", Counts::rejected,
            "refused", Counts::refused,
            "excluded", Counts::excluded);

    private final Supplier<List<SourceView>> sources;
    private final List<StreamId> streams;
    private Map<StreamId, StreamView> latest = Map.of();
    private long readAt;
    private boolean known;

    /** @param streams all that there are */
    public SourceMetrics(SourceOverview overview, List<StreamId> streams) {
        this(overview::all, streams);
    }

    SourceMetrics(Supplier<List<SourceView>> sources, List<StreamId> streams) {
        this.sources = sources;
        this.streams = List.copyOf(streams);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (StreamId stream : streams) {
            Tags tags = Tags.of("source", stream.source(), "stream", stream.stream());
            OUTCOMES.forEach((outcome, count) -> FunctionCounter.builder(
                            "hub.source.items", this, m -> m.value(stream, s -> count.apply(s.counts())))
                    .description("Items of the stream since it was first pulled or reset")
                    .tags(tags.and("outcome", outcome))
                    .register(registry));
            for (StreamView.State state : StreamView.State.values()) {
                Gauge.builder("hub.source.state", this, m -> m.value(stream, s -> s.state() == state ? 1 : 0))
                        .description("1 for the state that the stream is in")
                        .tags(tags.and("state", state.name().toLowerCase(Locale.ROOT)))
                        .register(registry);
            }
            gauge(registry, tags, stream, "hub.source.lag", "seconds", s -> s.lag() == null ? Double.NaN : s.lag());
            gauge(
                    registry,
                    tags,
                    stream,
                    "hub.source.sweep.held",
                    "records",
                    s -> s.sweep() == null ? 0 : s.sweep().missing());
            gauge(
                    registry,
                    tags,
                    stream,
                    "hub.source.drift",
                    "names",
                    s -> s.drift().newFields().size()
                            + s.drift().unknownCodes().size()
                            + s.drift().brokenFields().size());
        }
    }

    private void gauge(
            MeterRegistry registry,
            Tags tags,
            StreamId stream,
            String name,
            String unit,
            ToDoubleFunction<StreamView> value) {
        Gauge.builder(name, this, m -> m.value(stream, value))
                .baseUnit(unit)
                .tags(tags)
                .register(registry);
    }

    private double value(StreamId stream, ToDoubleFunction<StreamView> value) {
        return view(stream).map(value::applyAsDouble).orElse(Double.NaN);
    }

    private synchronized Optional<StreamView> view(StreamId stream) {
        if (!known || System.nanoTime() - readAt > FOR) {
            latest = read();
            readAt = System.nanoTime();
            known = true;
        }
        return Optional.ofNullable(latest.get(stream));
    }

    private Map<StreamId, StreamView> read() {
        try {
            return sources.get().stream()
                    .flatMap(s -> s.streams().stream())
                    .collect(Collectors.toMap(StreamView::id, s -> s));
        } catch (IngestException e) {
            LOG.warn("the meters of the sources cannot be read: {}", e.reason());
            return Map.of();
        }
    }
}
