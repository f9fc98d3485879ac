// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.ingest.KeptRejection;
import vn.ioc.hub.ingest.StreamState;
import vn.ioc.hub.ingest.StreamStates;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Graph.RunState;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.route.Preview;
import vn.ioc.integrations.route.SourceRunner;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.SourceManifest;

/** Everything that integrators do with sources. What streams counted comes from the graph, what they do now from the runner. */
public final class SourceDesk {
    private final SourceCatalog catalog;
    private final SourceRunner runner;
    private final StreamStates states;
    private final Clock clock;

    public SourceDesk(SourceCatalog catalog, SourceRunner runner, StreamStates states, Clock clock) {
        this.catalog = catalog;
        this.runner = runner;
        this.states = states;
        this.clock = clock;
    }

    /** All sources by name. */
    public List<SourceView> list() {
        Map<StreamId, StreamState> kept = states.all();
        Map<StreamId, vn.ioc.integrations.route.StreamState> live = runner.states().stream()
                .collect(Collectors.toMap(vn.ioc.integrations.route.StreamState::stream, Function.identity()));
        return catalog.sources().stream()
                .sorted(java.util.Comparator.comparing(SourceManifest::name))
                .map(source -> view(source, kept, live))
                .toList();
    }

    /** Pulls a source now and tells how it stands then. */
    public SourceView run(String name) {
        runner.runNow(name);
        return named(name);
    }

    /** Pulls a source anew from the start and tells how it stands then. */
    public SourceView reset(String name) {
        runner.reset(name);
        return run(name);
    }

    public List<KeptRejection> rejections(@Nullable String source, int first) {
        return states.rejections(Optional.ofNullable(source), first);
    }

    /** What a pull would change now: outcomes compared with what the source said last. */
    public PreviewView preview(String name, int limit) {
        Preview preview = runner.preview(name, limit);
        Map<String, Change> changes = new HashMap<>();
        List<String> lines = new ArrayList<>();
        long rejected = 0;
        for (var outcome : preview.outcomes()) {
            switch (outcome) {
                case Change change ->
                    changes.merge(change.key().uid(), change, (a, b) -> a.version() > b.version() ? a : b);
                case Rejected bad -> {
                    rejected++;
                    lines.add("! " + bad.position() + ": " + bad.message());
                }
            }
        }
        Map<String, String> known = states.hashes(name, changes.keySet());
        long[] counts = new long[4];
        changes.keySet().stream().sorted().forEach(uid -> {
            Kind kind = Kind.of(changes.get(uid), known.get(uid));
            counts[kind.ordinal()]++;
            if (kind != Kind.UNCHANGED) {
                lines.add(kind.mark + " " + uid);
            }
        });
        preview.problems().forEach(problem -> lines.add("! " + problem));
        return new PreviewView(
                counts[Kind.ADDED.ordinal()],
                counts[Kind.CHANGED.ordinal()],
                counts[Kind.UNCHANGED.ordinal()],
                counts[Kind.REMOVED.ordinal()],
                rejected,
                preview.refused(),
                lines.stream().limit(limit).toList());
    }

    private enum Kind {
        ADDED("+"),
        CHANGED("~"),
        UNCHANGED("="),
        REMOVED("-");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        private static Kind of(@Nullable Change change, @Nullable String known) {
            if (change != null && change.kind() == Change.Kind.DELETE) {
                return known == null ? UNCHANGED : REMOVED;
            }
            if (known == null) {
                return ADDED;
            }
            return change != null && known.equals(change.hash()) ? UNCHANGED : CHANGED;
        }
    }

    private SourceView named(String name) {
        return list().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private SourceView view(
            SourceManifest source,
            Map<StreamId, StreamState> kept,
            Map<StreamId, vn.ioc.integrations.route.StreamState> live) {
        List<StreamView> streams = source.streams().stream()
                .map(s -> stream(kept.getOrDefault(s.id(), StreamState.fresh(s.id())), live.get(s.id())))
                .toList();
        SourceView view = new SourceView(source.name(), source.title(), streams, null);
        Instant last = view.lastSuccess();
        return last == null
                ? view
                : new SourceView(source.name(), source.title(), streams, (int)
                        Math.max(0, Duration.between(last, clock.instant()).toSeconds()));
    }

    private static StreamView stream(StreamState kept, vn.ioc.integrations.route.@Nullable StreamState live) {
        String problem = live != null && !live.problem().isEmpty() ? live.problem() : kept.problem();
        return new StreamView(
                kept.stream().stream(),
                state(kept, live),
                kept.lastSuccess().orElse(null),
                problem.isEmpty() ? null : problem,
                kept.read(),
                kept.changed(),
                kept.unchanged(),
                kept.rejected(),
                kept.refused(),
                kept.excluded(),
                kept.unknownFields());
    }

    private static StreamView.State state(StreamState kept, vn.ioc.integrations.route.@Nullable StreamState live) {
        if (live == null) {
            return StreamView.State.OFF;
        }
        return switch (live.state()) {
            case PULLING -> StreamView.State.RUNNING;
            case WAITING, FAILED, UNCONFIGURED -> StreamView.State.FAILING;
            case CURRENT -> StreamView.State.OK;
            case NEW, STANDBY -> kept.state().map(SourceDesk::remembered).orElse(StreamView.State.NEW);
        };
    }

    private static StreamView.State remembered(RunState state) {
        return switch (state) {
            case STARTED -> StreamView.State.RUNNING;
            case SUCCEEDED -> StreamView.State.OK;
            case FAILED -> StreamView.State.FAILING;
        };
    }
}
