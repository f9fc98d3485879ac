// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.ingest.StreamState;
import vn.ioc.hub.ingest.StreamStates;
import vn.ioc.integrations.change.Graph.RunState;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.route.SourceRunner;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.source.Transport;

/** How all sources fare: what streams counted comes from the graph, what they do now from this process's runner. */
public final class SourceOverview {
    private static final int PAUSES = 3;
    private static final int CURSOR = 200;

    private final SourceCatalog catalog;
    private final SourceRunner runner;
    private final OnDemandPulls pulls;
    private final StreamStates states;
    private final Clock clock;

    public SourceOverview(
            SourceCatalog catalog, SourceRunner runner, OnDemandPulls pulls, StreamStates states, Clock clock) {
        this.catalog = catalog;
        this.runner = runner;
        this.pulls = pulls;
        this.states = states;
        this.clock = clock;
    }

    /** All sources by name. What a pull that is not said to be under way has done is in it. */
    public List<SourceView> all() {
        Set<String> pulling = pulls.sources();
        Map<StreamId, StreamState> kept = states.all();
        Map<StreamId, vn.ioc.integrations.route.StreamState> live = runner.states().stream()
                .collect(Collectors.toMap(vn.ioc.integrations.route.StreamState::stream, Function.identity()));
        return catalog.sources().stream()
                .sorted(Comparator.comparing(SourceManifest::name))
                .map(source -> view(source, pulling.contains(source.name()), kept, live))
                .toList();
    }

    private SourceView view(
            SourceManifest source,
            boolean pulling,
            Map<StreamId, StreamState> kept,
            Map<StreamId, vn.ioc.integrations.route.StreamState> live) {
        Duration rhythm = rhythm(source);
        List<StreamView> streams = source.streams().stream()
                .map(s -> stream(s, kept.getOrDefault(s.id(), StreamState.fresh(s.id())), live.get(s.id()), rhythm))
                .toList();
        return new SourceView(source.name(), source.title(), rhythm.toSeconds(), pulling, streams);
    }

    private static Duration rhythm(SourceManifest source) {
        return source.rhythm()
                .orElseGet(() -> source.streams().stream()
                        .map(s -> s.transport().every().multipliedBy(PAUSES))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    private StreamView stream(
            StreamManifest stream,
            StreamState kept,
            vn.ioc.integrations.route.@Nullable StreamState live,
            Duration rhythm) {
        boolean pushed = stream.transport() instanceof Transport.Push;
        Instant last = kept.lastSuccess().orElse(null);
        Duration age = last == null ? null : Duration.between(last, clock.instant());
        String cursor = kept.checkpoint().cursor();
        return new StreamView(
                kept.stream(),
                pushed,
                state(pushed, kept, live),
                last,
                problem(kept, live),
                age == null ? null : (int) Math.clamp(age.toSeconds(), 0, Integer.MAX_VALUE),
                freshness(age, rhythm),
                kept.counts(),
                new StreamView.Checkpoint(
                        cursor.substring(0, Math.min(cursor.length(), CURSOR)),
                        kept.checkpoint().poll()),
                StreamView.Drift.of(kept.unknown(), kept.broken()),
                kept.pausedSince().orElse(null),
                kept.sweep().orElse(null));
    }

    private static @Nullable String problem(StreamState kept, vn.ioc.integrations.route.@Nullable StreamState live) {
        String problem = !kept.stopped().isEmpty()
                ? kept.stopped()
                : live != null && !live.problem().isEmpty() ? live.problem() : kept.problem();
        return problem.isEmpty() ? null : problem;
    }

    private static StreamView.Freshness freshness(@Nullable Duration age, Duration rhythm) {
        if (age == null) {
            return StreamView.Freshness.NEVER;
        }
        if (age.compareTo(rhythm) <= 0) {
            return StreamView.Freshness.FRESH;
        }
        return age.compareTo(rhythm.multipliedBy(2)) <= 0 ? StreamView.Freshness.LATE : StreamView.Freshness.STALE;
    }

    private static StreamView.State state(
            boolean pushed, StreamState kept, vn.ioc.integrations.route.@Nullable StreamState live) {
        if (live == null) {
            return StreamView.State.OFF;
        }
        if (kept.pausedSince().isPresent()) {
            return StreamView.State.PAUSED;
        }
        if (!kept.stopped().isEmpty()) {
            return StreamView.State.STOPPED;
        }
        StreamView.State state = switch (live.state()) {
            case PULLING -> StreamView.State.RUNNING;
            case WAITING, FAILED, UNCONFIGURED -> StreamView.State.FAILING;
            case CURRENT -> StreamView.State.OK;
            case NEW, STANDBY ->
                kept.state()
                        .map(SourceOverview::remembered)
                        .orElse(pushed ? StreamView.State.WAITING : StreamView.State.NEW);
        };
        return state != StreamView.State.FAILING && kept.sweep().isPresent() ? StreamView.State.SWEEP_HELD : state;
    }

    private static StreamView.State remembered(RunState state) {
        return switch (state) {
            case STARTED -> StreamView.State.RUNNING;
            case SUCCEEDED -> StreamView.State.OK;
            case FAILED -> StreamView.State.FAILING;
        };
    }
}
