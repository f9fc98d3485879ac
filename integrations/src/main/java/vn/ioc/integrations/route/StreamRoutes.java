// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.source.SourceException;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.integrations.source.StreamManifest;

/** The Camel routes of the streams: one for each that has an address, and one that sends to it in its rhythm. */
final class StreamRoutes implements AutoCloseable {
    /** Name under which Camel finds our threads. */
    static final String THREADS = "pulls";

    private final Map<String, SourceManifest> sources;
    private final Function<StreamId, StreamWorker> workers;
    private final RunnerSettings settings;
    private final CamelContext camel = new DefaultCamelContext();
    private final PullSteps steps = new PullSteps();
    private final ScheduledExecutorService pulls;
    private volatile @Nullable ProducerTemplate send;

    StreamRoutes(
            Map<String, SourceManifest> sources, Function<StreamId, StreamWorker> workers, RunnerSettings settings) {
        this.sources = sources;
        this.workers = workers;
        this.settings = settings;
        int streams =
                sources.values().stream().mapToInt(s -> s.streams().size()).sum();
        this.pulls = new ScheduledThreadPoolExecutor(
                streams + 1, Thread.ofVirtual().name("pull-", 0).factory());
        camel.getRegistry().bind(THREADS, ScheduledExecutorService.class, pulls);
        camel.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        camel.getShutdownStrategy().setTimeout(Math.max(1, settings.stopWithin().toMillis()));
        camel.getShutdownStrategy().setShutdownNowOnTimeout(true);
    }

    /** Asks for the addresses of all sources and makes their routes, once; a stream without an address says so in its state. */
    synchronized void connect() {
        if (send != null) {
            return;
        }
        try {
            camel.setAutoStartup(true);
            camel.addRoutes(new PullRoutes(steps));
            camel.start();
            for (SourceManifest source : sources.values()) {
                for (StreamManifest stream : source.streams()) {
                    add(source, stream, workers.apply(stream.id()));
                }
            }
            send = camel.createProducerTemplate();
        } catch (Exception e) {
            throw new RunnerException(RunnerException.Reason.ROUTES, "the routes could not be made", e);
        }
    }

    private void add(SourceManifest source, StreamManifest stream, StreamWorker worker) throws Exception {
        Address address;
        try {
            address = Address.of(stream.transport(), source.folder(), settings.parameters());
        } catch (SourceException e) {
            worker.stands(StreamState.State.UNCONFIGURED, String.join("; ", e.problems()));
            return;
        }
        String route = route(stream.id());
        steps.add(route, worker, address);
        Map<String, Object> parameters = new TreeMap<>(Map.of("name", route));
        if (address instanceof Address.Http http) {
            parameters.put("url", http.url().toString());
            parameters.put("timeout", Long.toString(http.http().timeout().toMillis()));
        }
        TemplatedRouteBuilder.builder(camel, stream.transport().template())
                .routeId(route)
                .parameters(parameters)
                .add();
    }

    private static String route(StreamId stream) {
        return stream.source() + "--" + stream.stream();
    }

    boolean has(StreamId stream) {
        return camel.getRoute(route(stream)) != null;
    }

    /** Sends along the stream's route; returns at its end. */
    void send(StreamId stream, Processor with) {
        if (send == null) {
            throw new IllegalStateException("not connected");
        }
        send.send("direct:" + route(stream), with);
    }

    /** Sends along the stream's route in its rhythm from now on, until the end. */
    void schedule(StreamManifest stream) {
        if (camel.isStopping() || camel.isStopped()) {
            return;
        }
        String route = route(stream.id());
        try {
            TemplatedRouteBuilder.builder(camel, PullRoutes.EVERY)
                    .routeId("every-" + route)
                    .parameters(Map.of(
                            "name",
                            route,
                            "every",
                            Long.toString(stream.transport().every().toMillis())))
                    .add();
        } catch (Exception e) {
            throw new RunnerException(RunnerException.Reason.ROUTES, "a route could not be started", e);
        }
    }

    /** Does this from time to time, until the end. */
    void repeat(Runnable work, int seconds) {
        if (!pulls.isShutdown()) {
            var unused = pulls.scheduleWithFixedDelay(work, seconds, seconds, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        camel.stop();
        pulls.shutdownNow();
    }
}
