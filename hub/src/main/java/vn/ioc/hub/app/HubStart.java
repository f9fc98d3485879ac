// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ioc.hub.ingest.GraphSchema;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.hub.search.index.Indexer;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.route.SourceRunner;
import vn.ioc.schema.RecordModel;

/**
 * The order of a start. All beans are made without a store, while the stores start; then come the graph's schema and the
 * catalogue of areas, the indexer, the web server, and, once the hub is ready, the sources.
 *
 * <p>A hub without areas places nothing and shows an officer nothing, so on an empty graph the reference sources come
 * before: it becomes ready when they were pulled.
 */
@Component
final class HubStart implements SmartLifecycle, ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(HubStart.class);
    private static final Duration INDEX_PATIENCE = Duration.ofMinutes(2);
    private static final Duration REFERENCE_PATIENCE = Duration.ofSeconds(60);

    private final ObjectProvider<StoreStart> stores;
    private final Driver driver;
    private final RecordModel model;
    private final Territory territory;
    private final Indexer indexer;
    private final SourceRunner runner;
    private final Neo4jGraph graph;
    private CompletableFuture<Void> references = CompletableFuture.completedFuture(null);
    private volatile boolean running;

    HubStart(
            ObjectProvider<StoreStart> stores,
            Driver driver,
            RecordModel model,
            Territory territory,
            Indexer indexer,
            SourceRunner runner,
            Neo4jGraph graph) {
        this.stores = stores;
        this.driver = driver;
        this.model = model;
        this.territory = territory;
        this.indexer = indexer;
        this.runner = runner;
        this.graph = graph;
    }

    /** Before the web server, which starts in one of the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        runner.connect();
        stores.ifAvailable(StoreStart::await);
        GraphSchema.ensure(driver, model, INDEX_PATIENCE);
        boolean empty = territory.refresh().areas().isEmpty();
        indexer.start();
        if (empty) {
            references = runner.startReferences();
        }
    }

    /** The hub becomes ready when this returns; a reference source that fails or does not answer does not keep it from that. */
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        try {
            references.get(REFERENCE_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("ready without all reference sources: they did not end within {}", REFERENCE_PATIENCE);
        } catch (ExecutionException e) {
            LOG.error("ready without all reference sources", e.getCause());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void pull() {
        runner.start().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.error("the first pulls ended early", failure);
                return;
            }
            LOG.info("every source was pulled once; territory settled: {}", graph.settle());
        });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
