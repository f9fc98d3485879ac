// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.route.SourceRunner;

/**
 * Begins to pull once the hub is ready. A hub without areas places nothing and shows an officer nothing, so on an empty
 * graph the reference sources come before: from the moment that the graph stands, while the rest of the hub starts.
 */
final class FirstPull implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPull.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SourceRunner runner;
    private final Neo4jGraph graph;
    private final CompletableFuture<Void> areas;

    FirstPull(SourceRunner runner, Neo4jGraph graph, Territory territory) {
        this.runner = runner;
        this.graph = graph;
        this.areas = territory.current().areas().isEmpty()
                ? runner.startReferences()
                : CompletableFuture.completedFuture(null);
    }

    /** The hub becomes ready when this returns; a reference source that does not answer does not keep it from that. */
    @Override
    public void run(ApplicationArguments arguments) throws ExecutionException, InterruptedException {
        try {
            areas.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("ready without all reference sources: they did not end within {}", PATIENCE);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        runner.start().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.error("the first pulls ended early", failure);
                return;
            }
            LOG.info("every source was pulled once; territory settled: {}", graph.settle());
        });
    }
}
