// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.pull.Backoff;
import vn.ioc.integrations.pull.FolderPull;
import vn.ioc.integrations.pull.HttpPull;
import vn.ioc.integrations.pull.PullException;
import vn.ioc.integrations.pull.PushedDocument;
import vn.ioc.integrations.pull.Reading;
import vn.ioc.integrations.pull.Run;
import vn.ioc.integrations.pull.SqlPull;
import vn.ioc.integrations.source.Transport;

/** What the routes do between their Camel parts. What one pull has in hand lies in properties of its exchange. */
final class PullSteps {
    /** A worker that stands in for the stream's own, e.g. of a preview. */
    static final String WORKER = "worker";
    /** Name of the route that a scheduled pull is for. */
    static final String ROUTE = "pull.route";

    /** The document of a push. */
    static final String PUSHED = "pushed";

    /** Takes the stream's state while its lock is still held, so that no other document changes it first. */
    static final String OUTCOME = "outcome";

    private static final String RUN = "run";
    private static final String HTTP = "http";
    private static final String READING = "reading";

    private final Map<String, StreamWorker> workers = new ConcurrentHashMap<>();
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();

    void add(String route, StreamWorker worker, Address address) {
        workers.put(route, worker);
        addresses.put(route, address);
    }

    void begin(Exchange exchange) throws PullException {
        StreamWorker worker = worker(exchange);
        Optional<Run> begun = worker.begin(exchange.getProperty(ROUTE) != null);
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
        switch (address) {
            case Address.Http http -> http(exchange, worker, http, run);
            case Address.Folder folder ->
                reading(
                        exchange,
                        new FolderPull(
                                folder.path(),
                                transport(worker, Transport.Folder.class).files(),
                                worker.stream().listing(),
                                worker.intake(),
                                run,
                                worker.settings().settle()));
            case Address.Sql sql ->
                reading(
                        exchange,
                        new SqlPull(sql.database(), transport(worker, Transport.Sql.class), worker.intake(), run));
            case Address.Pushed pushed ->
                reading(exchange, new PushedDocument(inHand(exchange, PUSHED, byte[].class), worker.intake(), run));
        }
    }

    private static <T extends Transport> T transport(StreamWorker worker, Class<T> type) {
        return type.cast(worker.stream().transport());
    }

    private static void http(Exchange exchange, StreamWorker worker, Address.Http address, Run run)
            throws PullException {
        Backoff backoff = worker.settings().backoff();
        HttpPull pull = worker.stream().transport() instanceof Transport.HttpPackages packages
                ? HttpPull.of(worker.stream(), packages, address.http(), worker.intake(), run, backoff)
                : HttpPull.of(worker.stream(), address.http(), worker.intake(), run, backoff);
        exchange.setProperty(HTTP, new HttpSteps(worker, pull, address));
        exchange.setProperty(HttpSteps.MORE, pull.next().isPresent());
    }

    private static void reading(Exchange exchange, Reading reading) {
        exchange.setProperty(READING, reading);
        exchange.setProperty(HttpSteps.MORE, reading.hasNext());
    }

    void prepare(Exchange exchange) throws PullException, InterruptedException {
        inHand(exchange, HTTP, HttpSteps.class).prepare(exchange);
    }

    void receive(Exchange exchange) throws PullException {
        inHand(exchange, HTTP, HttpSteps.class).receive(exchange);
    }

    void readNext(Exchange exchange) throws PullException {
        Reading reading = inHand(exchange, READING, Reading.class);
        reading.readNext();
        exchange.setProperty(
                HttpSteps.MORE, reading.hasNext() && !worker(exchange).isStopping());
    }

    void succeed(Exchange exchange) throws PullException {
        Run run = exchange.getProperty(RUN, Run.class);
        if (run == null) {
            return;
        }
        Reading reading = exchange.getProperty(READING, Reading.class);
        boolean whole = reading == null
                ? inHand(exchange, HTTP, HttpSteps.class).pull().next().isEmpty()
                : !reading.hasNext();
        if (!whole) {
            throw new PullException(PullException.Reason.UNAVAILABLE, "the pull was stopped");
        }
        if (reading != null) {
            reading.finish();
        }
        worker(exchange).succeeded(run);
    }

    void fail(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Run run = exchange.getProperty(RUN, Run.class);
        StreamWorker worker = worker(exchange);
        PullException failure = caught instanceof PullException known ? known : brokenOff(caught);
        if (run == null) {
            worker.stands(StreamState.State.FAILED, failure.what());
        } else {
            worker.failed(run, failure);
        }
    }

    void end(Exchange exchange) {
        Reading reading = exchange.getProperty(READING, Reading.class);
        if (reading != null) {
            reading.close();
        }
        if (exchange.getProperty(OUTCOME) instanceof AtomicReference<?>) {
            outcome(exchange).set(worker(exchange).state());
        }
        worker(exchange).end();
    }

    @SuppressWarnings("unchecked")
    private static AtomicReference<StreamState> outcome(Exchange exchange) {
        return inHand(exchange, OUTCOME, AtomicReference.class);
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
