// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Pulls that people ask for: of each source one is under way at most, and one waits for its end. Who asks while one waits shares
 * it, since it begins later and so sees all that they want to see.
 */
public final class OnDemandPulls {
    private final Consumer<String> pull;
    private final Map<String, CompletableFuture<Void>> underWay = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> waiting = new HashMap<>();

    /** @param pull pulls the source of this name, and returns at the end */
    public OnDemandPulls(Consumer<String> pull) {
        this.pull = pull;
    }

    /** @return completes when the source was pulled from now on, well or not; exceptionally with what the pull threw */
    synchronized CompletableFuture<Void> ask(String source) {
        return waiting.computeIfAbsent(
                source,
                name -> underWay.getOrDefault(name, CompletableFuture.completedFuture(null))
                        .handle((done, failure) -> null)
                        .thenRunAsync(
                                () -> pull(name),
                                task -> Thread.ofVirtual().name("pull-" + name).start(task)));
    }

    /** Names of sources with a pull that was asked for and did not end. */
    synchronized Set<String> sources() {
        Set<String> sources = new HashSet<>(waiting.keySet());
        sources.addAll(underWay.keySet());
        return sources;
    }

    private void pull(String source) {
        begun(source);
        try {
            pull.accept(source);
        } finally {
            ended(source);
        }
    }

    private synchronized void begun(String source) {
        CompletableFuture<Void> begun = waiting.remove(source);
        if (begun == null) {
            throw new IllegalStateException("who begins has waited");
        }
        underWay.put(source, begun);
    }

    private synchronized void ended(String source) {
        underWay.remove(source);
    }
}
