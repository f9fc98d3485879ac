// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.pull.FolderPull;
import vn.ioc.integrations.pull.HttpPull;
import vn.ioc.integrations.pull.PullException;
import vn.ioc.integrations.pull.Run;
import vn.ioc.integrations.source.Transport;

/** What the routes do between their Camel parts. What one pull has in hand lies in properties of its exchange. */
final class PullSteps {
    /** A worker that stands in for the stream's own, e.g. of a preview. */
    static final String WORKER = "worker";
    /** Name of the route that a scheduled pull is for. */
    static final String ROUTE = "pull.route";

    private static final String RUN = "run";
    private static final String HTTP = "http";
    private static final String FOLDER = "folder";

    private final Map<String, StreamWorker> workers = new ConcurrentHashMap<>();
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();

    /** Where a stream is read, its parameters set. @param folder null for HTTP */
    record Address(
            @Nullable URI url,
            Map<String, String> headers,
            @Nullable Path folder) {
        Address {
            headers = new TreeMap<>(headers);
        }
    }

    void add(String route, StreamWorker worker, Address address) {
        workers.put(route, worker);
        addresses.put(route, address);
    }

    void begin(Exchange exchange) throws PullException {
        StreamWorker worker = worker(exchange);
        Optional<Run> begun = worker.begin();
        exchange.setProperty(HttpSteps.MORE, false);
        if (begun.isEmpty()) {
            return;
        }
        Run run = begun.get();
        exchange.setProperty(RUN, run);
        Address address = addresses.get(route(exchange));
        if (address == null) {
            throw new PullException(PullException.Reason.UNCONFIGURED, "the stream has no address");
        }
        switch (worker.stream().transport()) {
            case Transport.HttpJson json -> http(exchange, worker, address, json.http(), pull(worker, json, run));
            case Transport.HttpPackages packages ->
                http(exchange, worker, address, packages.http(), pull(worker, packages, run));
            case Transport.Folder folder -> folder(exchange, worker, address, folder, run);
        }
    }

    private static HttpPull pull(StreamWorker worker, Transport.HttpJson transport, Run run) {
        return HttpPull.of(
                worker.stream(),
                transport,
                worker.intake(),
                run,
                worker.settings().backoff());
    }

    private static HttpPull pull(StreamWorker worker, Transport.HttpPackages transport, Run run) {
        return HttpPull.of(
                worker.stream(),
                transport,
                worker.intake(),
                run,
                worker.settings().backoff());
    }

    private static void http(
            Exchange exchange, StreamWorker worker, Address address, Transport.Http http, HttpPull pull)
            throws PullException {
        if (address.url() == null) {
            throw new PullException(PullException.Reason.UNCONFIGURED, "the stream has no address");
        }
        exchange.setProperty(HTTP, new HttpSteps(worker, pull, address.url(), address.headers(), http.timeout()));
        exchange.setProperty(HttpSteps.MORE, pull.next().isPresent());
    }

    private static void folder(
            Exchange exchange, StreamWorker worker, Address address, Transport.Folder folder, Run run)
            throws PullException {
        if (address.folder() == null) {
            throw new PullException(PullException.Reason.UNCONFIGURED, "the stream has no folder");
        }
        FolderPull pull = new FolderPull(
                address.folder(),
                folder.files(),
                worker.stream().listing(),
                worker.intake(),
                run,
                worker.settings().settle());
        exchange.setProperty(FOLDER, pull);
        exchange.setProperty(HttpSteps.MORE, pull.hasNext());
    }

    void prepare(Exchange exchange) throws PullException, InterruptedException {
        inHand(exchange, HTTP, HttpSteps.class).prepare(exchange);
    }

    void receive(Exchange exchange) throws PullException {
        inHand(exchange, HTTP, HttpSteps.class).receive(exchange);
    }

    void readFile(Exchange exchange) throws PullException {
        FolderPull pull = inHand(exchange, FOLDER, FolderPull.class);
        pull.readNext();
        exchange.setProperty(HttpSteps.MORE, pull.hasNext() && !worker(exchange).isStopping());
    }

    void succeed(Exchange exchange) throws PullException {
        Run run = exchange.getProperty(RUN, Run.class);
        if (run == null) {
            return;
        }
        FolderPull folder = exchange.getProperty(FOLDER, FolderPull.class);
        boolean whole = folder == null
                ? inHand(exchange, HTTP, HttpSteps.class).pull().next().isEmpty()
                : !folder.hasNext();
        if (!whole) {
            throw new PullException(PullException.Reason.UNAVAILABLE, "the pull was stopped");
        }
        if (folder != null) {
            folder.finish();
        }
        worker(exchange).succeeded(run);
    }

    void fail(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Run run = exchange.getProperty(RUN, Run.class);
        StreamWorker worker = worker(exchange);
        PullException failure = caught instanceof PullException known ? known : brokenOff(caught);
        if (run == null) {
            worker.failed(StreamState.State.FAILED, failure.what());
        } else {
            worker.failed(run, failure);
        }
    }

    void end(Exchange exchange) {
        worker(exchange).end();
    }

    private static PullException brokenOff(@Nullable Exception caught) {
        String kind = caught == null ? "no cause" : caught.getClass().getSimpleName();
        PullException failure = new PullException(PullException.Reason.NOT_TAKEN, "the pull broke off (" + kind + ")");
        if (caught != null) {
            failure.initCause(caught);
        }
        return failure;
    }

    private static <T> T inHand(Exchange exchange, String property, Class<T> type) {
        T found = exchange.getProperty(property, type);
        if (found == null) {
            throw new IllegalStateException("a pull of this route has begun with its " + property);
        }
        return found;
    }

    private static String route(Exchange exchange) {
        String scheduled = exchange.getProperty(ROUTE, String.class);
        return scheduled == null ? String.valueOf(exchange.getFromRouteId()) : scheduled;
    }

    private StreamWorker worker(Exchange exchange) {
        StreamWorker given = exchange.getProperty(WORKER, StreamWorker.class);
        String route = route(exchange);
        StreamWorker own = workers.get(route);
        StreamWorker worker = given == null ? own : given;
        if (worker == null) {
            throw new IllegalStateException("no stream has the route " + route);
        }
        return worker;
    }
}
