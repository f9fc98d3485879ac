// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves all systems on one port, each below its name, on virtual threads. */
public final class WireServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, SourceSystem> systems = new LinkedHashMap<>();
    private final Map<String, byte[]> lastPages = new ConcurrentHashMap<>();
    private final Faults faults;

    /** @throws IOException when the address cannot be had */
    public WireServer(InetSocketAddress address, List<SourceSystem> systems, Faults faults) throws IOException {
        systems.forEach(system -> this.systems.put(system.name(), system));
        this.faults = faults;
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", 3);
            SourceSystem system = systems.get(path.length > 1 ? path[1] : "");
            if (system == null) {
                Exchanges.send(exchange, Answer.error(404, "no such system; there are " + systems.keySet()));
                return;
            }
            Request request = Request.read(exchange, "/" + (path.length > 2 ? path[2] : ""));
            Optional<Fault> fault = faults.take(system.name());
            if (fault.isEmpty()) {
                Exchanges.send(exchange, remembered(system, answer(system, request)));
            } else {
                fail(exchange, system, request, fault.get());
            }
        }
    }

    private static Answer answer(SourceSystem system, Request request) {
        try {
            return system.answer(request);
        } catch (RequestException e) {
            return Answer.error(400, String.valueOf(e.getMessage()));
        }
    }

    private Answer remembered(SourceSystem system, Answer answer) {
        if (answer instanceof Answer.Tree tree && !tree.totalPath().isEmpty()) {
            lastPages.put(system.name(), tree.body());
        }
        return answer;
    }

    private void fail(HttpExchange exchange, SourceSystem system, Request request, Fault fault) throws IOException {
        switch (fault.kind()) {
            case DROPPED -> drop(exchange, answer(system, request));
            case SLOW -> {
                pause(fault.amount());
                Exchanges.send(exchange, remembered(system, answer(system, request)));
            }
            case DUPLICATE_PAGE -> {
                byte[] last = lastPages.get(system.name());
                Answer now = answer(system, request);
                Exchanges.send(
                        exchange, last == null ? remembered(system, now) : Answer.bytes(now.contentType(), last));
            }
            case CUT -> {
                Answer whole = answer(system, request);
                byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
                Exchanges.send(exchange, Answer.bytes(whole.contentType(), half));
            }
            case WRONG_TOTAL -> Exchanges.send(exchange, Failures.wrongTotal(answer(system, request)));
            case TOO_MANY_REQUESTS, UNAVAILABLE, SERVER_ERROR, UNAUTHORIZED, TOKEN_REFUSED, HTML ->
                Exchanges.send(exchange, Failures.instead(fault));
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drop(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body();
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length + 1L);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, body.length / 2);
        out.flush();
    }
}
