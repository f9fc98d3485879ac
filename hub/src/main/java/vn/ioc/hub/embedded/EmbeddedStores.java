// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final CompletableFuture<ChildProcess> neo4j;
    private final CompletableFuture<ChildProcess> elasticsearch;
    private final StoreAddress neo4jAddress;
    private final StoreAddress elasticsearchAddress;

    private EmbeddedStores(FileLocks.Held lock, StorePrograms programs, DataFolder data, Consumer<String> progress) {
        this.lock = lock;
        StorePorts ports = new StorePorts(data);
        int graphPort = ports.port("neo4j");
        int indexPort = ports.port("elasticsearch");
        this.neo4jAddress = new StoreAddress("bolt://127.0.0.1:" + graphPort, NEO4J_USER, data.secret("neo4j"));
        this.elasticsearchAddress =
                new StoreAddress("http://127.0.0.1:" + indexPort, ELASTICSEARCH_USER, data.secret("elasticsearch"));
        ChildProgram graph = programs.neo4j(graphPort, neo4jAddress.password());
        ChildProgram index = programs.elasticsearch(indexPort, elasticsearchAddress.password());
        progress.accept("starting Neo4j and Elasticsearch");
        Executor threads =
                task -> Thread.ofPlatform().daemon().name("stores-start").start(task);
        this.neo4j = CompletableFuture.supplyAsync(() -> begin(graph, progress), threads);
        this.elasticsearch = CompletableFuture.supplyAsync(() -> begin(index, progress), threads);
    }

    /**
     * Begins to start both stores side by side. Their addresses are known at once; {@link #awaitReady} tells when they answer.
     *
     * @param home root of the repository, which holds what the build made of {@code hub/embedded}
     * @param data folder for everything they keep; made if need be
     * @param progress gets lines for people, from any thread, now and later when a store dies and comes back
     * @throws EmbeddedException with a reason and one line for people, when the folder cannot be used
     */
    public static EmbeddedStores begin(Path home, Path data, Consumer<String> progress) {
        return begin(data, folder -> new StorePrograms(home, folder), progress);
    }

    /**
     * The same for a rehearsal: what the JVMs load and learn until they are closed goes to the AOT caches that every
     * later start of this build uses. Closing takes half a minute, and the caches are whole when it returns.
     */
    public static EmbeddedStores rehearse(Path home, Path data, Consumer<String> progress) {
        return begin(data, folder -> StorePrograms.rehearsing(home, folder), progress);
    }

    private static EmbeddedStores begin(
            Path data, Function<DataFolder, StorePrograms> programs, Consumer<String> progress) {
        DataFolder folder = new DataFolder(data);
        FileLocks.Held lock = FileLocks.acquire(folder.root().resolve("stores.lock"), DATA_PATIENCE);
        try {
            return new EmbeddedStores(lock, programs.apply(folder), folder, progress);
        } catch (EmbeddedException failure) {
            lock.close();
            throw failure;
        }
    }

    /** Begins, and returns when both stores answer. */
    static EmbeddedStores start(Path home, Path data, Consumer<String> progress) {
        EmbeddedStores stores = begin(home, data, progress);
        stores.awaitReady();
        return stores;
    }

    /**
     * Returns when both stores answer.
     *
     * @throws EmbeddedException when one did not start, with one line for people; nothing is left running then
     */
    public void awaitReady() {
        try {
            CompletableFuture.allOf(neo4j, elasticsearch).join();
        } catch (CompletionException failure) {
            close();
            throw asEmbedded(failure);
        }
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
        return neo4j.join();
    }

    ChildProcess elasticsearchProcess() {
        return elasticsearch.join();
    }

    /** Stops both stores, side by side, also while they start, and lets the folder go. Does nothing the second time. */
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> stop(neo4j));
            threads.execute(() -> stop(elasticsearch));
        }
        lock.close();
    }

    /** What did not start has nothing to stop: it says so where it is waited for. */
    private static void stop(CompletableFuture<ChildProcess> store) {
        store.handle((child, failure) -> Optional.ofNullable(child)).join().ifPresent(ChildProcess::close);
    }
}
