// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.source.Transport;

/**
 * The order of the first pulls after a start, when all sources want the same processors: reference sources one after
 * another, then all others by how often they are pulled, since what changes most often is waited for most. Sources pulled
 * equally often begin together; the next ones follow when these are done, or after a head start, so that a source that
 * does not answer holds up nobody for long.
 */
final class FirstPulls {
    private final Collection<SourceManifest> sources;
    private final Consumer<SourceManifest> pull;
    private final Executor threads;
    private final Duration headStart;
    private @Nullable CompletableFuture<Void> references;

    /**
     * @param pull pulls all streams of a source
     * @param headStart how long at most the sources of one rhythm are waited for by slower ones
     */
    FirstPulls(
            Collection<SourceManifest> sources, Consumer<SourceManifest> pull, Executor threads, Duration headStart) {
        this.sources = List.copyOf(sources);
        this.pull = pull;
        this.threads = threads;
        this.headStart = headStart;
    }

    /** Begins with the reference sources, unless they were begun; completes when each was pulled once, well or not. */
    synchronized CompletableFuture<Void> references() {
        if (references == null) {
            references = CompletableFuture.runAsync(
                    () -> sources.stream().filter(SourceManifest::reference).forEach(pull), threads);
        }
        return references;
    }

    /** Completes when every source was pulled once, well or not; with a failure if the pulling itself failed. */
    CompletableFuture<Void> begin() {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        CompletableFuture<Void> turn = references();
        for (List<SourceManifest> equals : byRhythm()) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            all.add(done);
            turn = turn.thenCompose(before -> {
                CompletableFuture<Void> pulled = together(equals);
                pulled.whenComplete((nothing, failure) -> {
                    if (failure == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
                return pulled.<Void>handle((nothing, failure) -> null)
                        .completeOnTimeout(null, headStart.toMillis(), TimeUnit.MILLISECONDS);
            });
        }
        all.add(turn);
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> together(List<SourceManifest> sources) {
        return CompletableFuture.allOf(sources.stream()
                .map(source -> CompletableFuture.runAsync(() -> pull.accept(source), threads))
                .toArray(CompletableFuture[]::new));
    }

    private Collection<List<SourceManifest>> byRhythm() {
        return sources.stream()
                .filter(source -> !source.reference())
                .collect(Collectors.groupingBy(FirstPulls::rhythm, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static Duration rhythm(SourceManifest source) {
        return source.streams().stream()
                .map(StreamManifest::transport)
                .map(Transport::every)
                .filter(Duration::isPositive)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
