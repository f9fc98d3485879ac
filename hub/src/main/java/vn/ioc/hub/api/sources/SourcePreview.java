// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ioc.hub.ingest.Compared;
import vn.ioc.hub.ingest.Comparison;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Outcome;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.route.Preview;
import vn.ioc.integrations.route.SourceRunner;

/** What a pull from the start would do to the running graph, without writing anything. */
public final class SourcePreview {
    /** Outcomes that are read at most. */
    private static final int MOST = 10_000;

    /** Far ends of new links that one entry names at most. */
    private static final int MOST_LINKED = 20;

    private final SourceRunner runner;
    private final Comparison comparison;
    private final Duration patience;

    /** @param patience how long sources are read */
    public SourcePreview(SourceRunner runner, Comparison comparison, Duration patience) {
        this.runner = runner;
        this.comparison = comparison;
        this.patience = patience;
    }

    /** @param limit entries wanted; the counts are of all that was read */
    PreviewView preview(String source, int limit) {
        Preview preview = runner.preview(source, MOST, patience);
        List<Change> changes = new ArrayList<>();
        List<PreviewView.Entry> entries = new ArrayList<>();
        preview.problems().forEach(p -> entries.add(problem(source, p)));
        for (Outcome outcome : preview.outcomes()) {
            switch (outcome) {
                case Change change -> changes.add(change);
                case Rejected bad -> entries.add(problem(bad.stream().stream(), bad.position() + ": " + bad.message()));
            }
        }
        long rejected = entries.size() - preview.problems().size();
        Map<Compared.Kind, Long> counts = new EnumMap<>(Compared.Kind.class);
        long linked = 0;
        for (Compared compared : comparison.compare(changes)) {
            counts.merge(compared.kind(), 1L, Long::sum);
            linked += compared.linked().size();
            entry(compared).ifPresent(entries::add);
        }
        Swept swept = sweep(preview, changes, entries);
        return new PreviewView(
                preview.complete(),
                count(counts, Compared.Kind.ADDED),
                count(counts, Compared.Kind.CHANGED),
                count(counts, Compared.Kind.UNCHANGED),
                count(counts, Compared.Kind.REMOVED) + swept.missed(),
                linked,
                rejected + count(counts, Compared.Kind.REJECTED),
                preview.refused(),
                preview.excluded(),
                count(counts, Compared.Kind.STALE),
                count(counts, Compared.Kind.CONFLICT),
                swept.held(),
                entries.stream()
                        .sorted(Comparator.comparing(e -> e.problem() == null))
                        .limit(limit)
                        .toList());
    }

    private record Swept(long missed, boolean held) {}

    private Swept sweep(Preview preview, List<Change> changes, List<PreviewView.Entry> entries) {
        long missed = 0;
        boolean held = false;
        for (StreamId stream : preview.listed()) {
            Set<String> met = new HashSet<>();
            changes.stream()
                    .filter(c -> c.stream().equals(stream))
                    .forEach(c -> met.add(c.key().uid()));
            Comparison.Missed missing = comparison.missed(stream, met);
            missing.uids()
                    .forEach(uid -> entries.add(new PreviewView.Entry(
                            PreviewView.Kind.REMOVED, stream.stream(), uid, List.of(), List.of(), List.of(), null)));
            missed += missing.uids().size();
            held |= Neo4jGraph.holdsSweep(missing.uids().size(), missing.known());
        }
        return new Swept(missed, held);
    }

    private static long count(Map<Compared.Kind, Long> counts, Compared.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private static PreviewView.Entry problem(String stream, String problem) {
        return new PreviewView.Entry(PreviewView.Kind.REJECTED, stream, null, List.of(), List.of(), List.of(), problem);
    }

    private static Optional<PreviewView.Entry> entry(Compared compared) {
        Optional<PreviewView.Kind> kind = switch (compared.kind()) {
            case ADDED -> Optional.of(PreviewView.Kind.ADDED);
            case CHANGED -> Optional.of(PreviewView.Kind.CHANGED);
            case REMOVED -> Optional.of(PreviewView.Kind.REMOVED);
            case CONFLICT -> Optional.of(PreviewView.Kind.CONFLICT);
            case REJECTED -> Optional.of(PreviewView.Kind.REJECTED);
            case UNCHANGED, STALE -> Optional.empty();
        };
        return kind.map(k -> new PreviewView.Entry(
                k,
                compared.stream().stream(),
                compared.uid(),
                compared.fields(),
                compared.linked().stream().limit(MOST_LINKED).toList(),
                compared.ownedElsewhere().entrySet().stream()
                        .map(e -> new PreviewView.Owned(e.getKey(), e.getValue()))
                        .toList(),
                compared.problem().isEmpty() ? null : compared.problem()));
    }
}
