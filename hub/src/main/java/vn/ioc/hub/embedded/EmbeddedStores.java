// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import vn.ioc.hub.embedded.EmbeddedException.Reason;

/**
 * Neo4j and Elasticsearch on this machine, with their data in one folder and passwords of their own.
 *
 * <p>Addresses and passwords stay the same over deaths of a store, and over starts on the same folder as long as nobody
 * else takes a port. One process at a time works on a folder. Thread-safe.
 */
public final class EmbeddedStores implements AutoCloseable {
    private static final Duration DATA_PATIENCE = Duration.ofSeconds(15);
    private static final String NEO4J_USER = "neo4j";
    private static final String ELASTICSEARCH_USER = "hub";

    private final FileLocks.Held lock;
    private final ChildProcess neo4j;
    private final ChildProcess elasticsearch;
    private final StoreAddress neo4jAddress;
    private final StoreAddress elasticsearchAddress;

    private EmbeddedStores(
            FileLocks.Held lock,
            ChildProcess neo4j,
            StoreAddress neo4jAddress,
            ChildProcess elasticsearch,
            StoreAddress elasticsearchAddress) {
        this.lock = lock;
        this.neo4j = neo4j;
        this.neo4jAddress = neo4jAddress;
        this.elasticsearch = elasticsearch;
        this.elasticsearchAddress = elasticsearchAddress;
    }

    /**
     * Starts both stores side by side and returns when both answer.
     *
     * @param home root of the repository, which holds what the build made of {@code hub/embedded}
     * @param data folder for everything they keep; made if need be
     * @param progress gets lines for people, from any thread, now and later when a store dies and comes back
     * @throws EmbeddedException with a reason and one line for people; nothing is left running then
     */
    public static EmbeddedStores start(Path home, Path data, Consumer<String> progress) {
        return start(home, data, List.of(), progress);
    }

    /** The same, with further flags for both JVMs: stores that live for one test run are better off without C2. */
    static EmbeddedStores start(Path home, Path data, List<String> furtherFlags, Consumer<String> progress) {
        DataFolder folder = new DataFolder(data);
        FileLocks.Held lock = FileLocks.acquire(folder.root().resolve("stores.lock"), DATA_PATIENCE);
        try {
            return start(lock, new StorePrograms(home, folder, furtherFlags), folder, progress);
        } catch (EmbeddedException failure) {
            lock.close();
            throw failure;
        }
    }

    private static EmbeddedStores start(
            FileLocks.Held lock, StorePrograms programs, DataFolder data, Consumer<String> progress) {
        StorePorts ports = new StorePorts(data);
        String neo4jPassword = data.secret("neo4j");
        String elasticsearchPassword = data.secret("elasticsearch");
        ChildProgram graph = programs.neo4j(ports.port("neo4j"), neo4jPassword);
        ChildProgram index = programs.elasticsearch(ports.port("elasticsearch"), elasticsearchPassword);
        progress.accept("starting Neo4j and Elasticsearch");
        Executor threads =
                task -> Thread.ofPlatform().daemon().name("stores-start").start(task);
        CompletableFuture<ChildProcess> first = CompletableFuture.supplyAsync(() -> begin(graph, progress), threads);
        CompletableFuture<ChildProcess> second = CompletableFuture.supplyAsync(() -> begin(index, progress), threads);
        try {
            CompletableFuture.allOf(first, second).join();
        } catch (CompletionException failure) {
            first.thenAccept(ChildProcess::close);
            second.thenAccept(ChildProcess::close);
            throw asEmbedded(failure);
        }
        ChildProcess neo4j = first.join();
        ChildProcess elasticsearch = second.join();
        return new EmbeddedStores(
                lock,
                neo4j,
                new StoreAddress(neo4j.address(), NEO4J_USER, neo4jPassword),
                elasticsearch,
                new StoreAddress(elasticsearch.address(), ELASTICSEARCH_USER, elasticsearchPassword));
    }

    private static ChildProcess begin(ChildProgram program, Consumer<String> progress) {
        long started = System.nanoTime();
        ChildProcess child = ChildProcess.start(program, progress);
        double seconds = (System.nanoTime() - started) / 1e9;
        progress.accept(String.format(java.util.Locale.ROOT, "%s is ready (%.1f s)", program.name(), seconds));
        return child;
    }

    private static EmbeddedException asEmbedded(CompletionException failure) {
        return failure.getCause() instanceof EmbeddedException known
                ? known
                : new EmbeddedException(Reason.NOT_STARTED, "a store did not start: " + failure.getCause(), failure);
    }

    /** Bolt address and credentials of Neo4j. */
    public StoreAddress neo4j() {
        return neo4jAddress;
    }

    /** HTTP address and credentials of Elasticsearch. */
    public StoreAddress elasticsearch() {
        return elasticsearchAddress;
    }

    ChildProcess neo4jProcess() {
        return neo4j;
    }

    ChildProcess elasticsearchProcess() {
        return elasticsearch;
    }

    /** Stops both stores in order, side by side, and lets the folder go. Does nothing the second time. */
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(neo4j::close);
            threads.execute(elasticsearch::close);
        }
        lock.close();
    }
}
