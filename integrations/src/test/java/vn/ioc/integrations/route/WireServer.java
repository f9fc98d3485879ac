// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;

/** A source over real HTTP: one-off faults first, then what the source says. */
final class WireServer implements AutoCloseable {
    private final HttpServer server;
    private final ConcurrentLinkedDeque<Handler> faults = new ConcurrentLinkedDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Handler source;

    /** Answers a request whose body was read. */
    interface Handler {
        void answer(HttpExchange exchange, String body) throws IOException;
    }

    WireServer(Handler source) {
        this.source = source;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
                Handler fault = faults.poll();
                (fault == null ? this.source : fault).answer(exchange, body);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void next(Handler... handlers) {
        faults.addAll(List.of(handlers));
    }

    void becomes(Handler next) {
        source = next;
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    static Handler json(String json) {
        return (exchange, body) -> send(exchange, 200, "application/json; charset=utf-8", json);
    }

    static Handler status(int status, String... headers) {
        return (exchange, body) -> {
            for (int i = 0; i + 1 < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, "application/json", "{\"code\":" + status + "}");
        };
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
