// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.source.Transport;

/**
 * Pulls the streams of sources into the graph, each by the rhythm of its manifest, on virtual threads. Methods may be called from
 * any thread.
 */
public final class SourceRunner implements AutoCloseable {
    private static final int TAKE_OVER_SECONDS = 10;
    private static final Duration HEAD_START = Duration.ofSeconds(20);

    private final Graph graph;
    private final CodeLists codes;
    private final RunnerSettings settings;
    private final Map<String, SourceManifest> sources = new LinkedHashMap<>();
    private final Map<StreamId, StreamWorker> workers = new LinkedHashMap<>();
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private final FirstPulls firstPulls;
    private final StreamRoutes routes;

    /**
     * Addresses are asked for, and routes made, by {@link #connect} or the first pull.
     *
     * @param sources read in their order, reference sources before the others; those that are not enabled are left alone
     */
    public SourceRunner(Collection<SourceManifest> sources, CodeLists codes, Graph graph, RunnerSettings settings) {
        this.graph = graph;
        this.codes = codes;
        this.settings = settings;
        sources.stream().filter(SourceManifest::enabled).forEach(s -> this.sources.put(s.name(), s));
        this.sources.values().stream()
                .flatMap(source -> source.streams().stream())
                .forEach(s -> workers.put(s.id(), new StreamWorker(s, graph, codes, settings)));
        this.routes = new StreamRoutes(this.sources, this::worker, settings);
        this.firstPulls = new FirstPulls(this.sources.values(), this::begin, starters, HEAD_START);
    }

    /** Asks for the addresses of all sources and makes their routes, once; a source without an address says so in its state. */
    public void connect() {
        routes.connect();
    }

    private boolean isPulled(StreamManifest stream) {
        return !(stream.transport() instanceof Transport.Push) && routes.has(stream.id());
    }

    /**
     * Begins to pull the reference sources, by which records of all others are placed and judged. {@link #start} does it
     * too, once.
     *
     * @return completes when each was pulled once, well or not
     */
    public CompletableFuture<Void> startReferences() {
        return firstPulls.references();
    }

    /**
     * Begins to pull: every source once, in the order of {@link FirstPulls}, then each by its rhythm.
     *
     * @return completes when every stream was pulled once, well or not
     */
    public CompletableFuture<Void> start() {
        return firstPulls.begin().whenComplete((done, failure) -> takeOver());
    }

    private void begin(SourceManifest source) {
        runNow(source.name());
        source.streams().stream().filter(this::isPulled).forEach(routes::schedule);
    }

    /** Streams that another process holds are asked for again soon, whatever their rhythm: it may have died. */
    private void takeOver() {
        routes.repeat(
                () -> workers.forEach((stream, worker) -> {
                    if (worker.state().state() == StreamState.State.STANDBY
                            && isPulled(worker.stream())
                            && !worker.isStopping()) {
                        routes.send(stream, exchange -> {});
                    }
                }),
                TAKE_OVER_SECONDS);
    }

    /**
     * Pulls a source's streams now, one after another, each after a pull that is under way.
     *
     * @return how they stand then
     * @throws RunnerException when there is no such source
     */
    public List<StreamState> runNow(String source) {
        connect();
        List<StreamState> states = new ArrayList<>();
        for (StreamManifest stream : find(source).streams()) {
            StreamWorker worker = worker(stream.id());
            if (isPulled(stream) && !worker.isStopping()) {
                routes.send(stream.id(), exchange -> {});
            }
            states.add(worker.state());
        }
        return states;
    }

    /**
     * Takes a document that a source sent by itself; returns only when the graph has all of it, or none.
     *
     * @return how the source's push stream stands then; CURRENT = taken, with the counts of this document
     * @throws RunnerException when there is no such source, or it has no stream that is pushed
     */
    public StreamState push(String source, byte[] document) {
        connect();
        StreamManifest stream = pushed(source)
                .orElseThrow(() -> new RunnerException(
                        RunnerException.Reason.UNKNOWN_SOURCE, "nothing can be pushed to '" + source + "'"));
        StreamWorker worker = worker(stream.id());
        AtomicReference<StreamState> state = new AtomicReference<>(worker.state());
        routes.send(stream.id(), exchange -> {
            exchange.setProperty(PullSteps.PUSHED, document);
            exchange.setProperty(PullSteps.OUTCOME, state);
        });
        return state.get();
    }

    /** The stream of a source that takes pushed documents; empty when it has none or is not switched on. */
    public Optional<StreamManifest> pushed(String source) {
        return Optional.ofNullable(sources.get(source)).stream()
                .flatMap(s -> s.streams().stream())
                .filter(s -> s.transport() instanceof Transport.Push)
                .findFirst();
    }

    /**
     * Pulls a source's streams without writing anything, until so many outcomes are there or that time has passed.
     *
     * @throws RunnerException when there is no such source
     */
    public Preview preview(String source, int limit, Duration patience) {
        connect();
        long deadline = System.nanoTime() + patience.toNanos();
        PreviewGraph nowhere = new PreviewGraph(limit, graph);
        List<String> problems = new ArrayList<>();
        for (StreamManifest stream : find(source).streams()) {
            StreamWorker worker = new StreamWorker(stream, nowhere, codes, settings);
            nowhere.whenFull(worker::stop);
            if (stream.transport() instanceof Transport.Push) {
                continue;
            }
            if (!routes.has(stream.id())) {
                problems.add(stream.id() + ": " + worker(stream.id()).state().problem());
            } else if (!nowhere.isFull()) {
                Future<?> pull = starters.submit(
                        () -> routes.send(stream.id(), exchange -> exchange.setProperty(PullSteps.WORKER, worker)));
                if (!endsBefore(deadline, pull)) {
                    worker.stop();
                    String problem = worker.state().problem();
                    problems.add(stream.id() + ": it was not read to its end within " + patience.toMillis() + " ms"
                            + (problem.isEmpty() ? "" : "; " + problem));
                } else if (worker.state().state() == StreamState.State.FAILED && !nowhere.isFull()) {
                    problems.add(stream.id() + ": " + worker.state().problem());
                }
            }
        }
        return nowhere.preview(problems);
    }

    private static boolean endsBefore(long deadline, Future<?> work) {
        try {
            work.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How all streams stand, in the order of the sources. */
    public List<StreamState> states() {
        return workers.values().stream().map(StreamWorker::state).toList();
    }

    /** Stops pulling. A request under way is waited for a little; a page is taken whole or not at all. */
    @Override
    public void close() {
        workers.values().forEach(StreamWorker::stop);
        routes.close();
        starters.shutdownNow();
    }

    private SourceManifest find(String source) {
        SourceManifest found = sources.get(source);
        if (found == null) {
            throw new RunnerException(
                    RunnerException.Reason.UNKNOWN_SOURCE,
                    "there is no source '" + source + "' that is switched on; known are " + sources.keySet());
        }
        return found;
    }

    private StreamWorker worker(StreamId stream) {
        StreamWorker worker = workers.get(stream);
        if (worker == null) {
            throw new IllegalStateException("every stream has a worker");
        }
        return worker;
    }
}
