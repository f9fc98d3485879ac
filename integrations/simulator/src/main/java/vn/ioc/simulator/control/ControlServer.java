// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.control;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Exchanges;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;

/** Listens on loopback only, on a port of its own, so that a consumer never meets it by accident. */
public final class ControlServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @throws IOException when the port cannot be had */
    public ControlServer(int port, Control control) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/control", exchange -> {
            try (exchange) {
                Request request =
                        Exchanges.read(exchange, exchange.getRequestURI().getPath());
                Exchanges.send(exchange, answer(control, request));
            }
        });
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

    private static Answer answer(Control control, Request request) {
        try {
            return control.answer(request);
        } catch (RequestException e) {
            return Answer.error(400, String.valueOf(e.getMessage()));
        }
    }
}
