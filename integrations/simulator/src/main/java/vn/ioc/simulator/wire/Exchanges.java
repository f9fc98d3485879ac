// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Reading a request and sending an answer over the JDK's HTTP server. */
public final class Exchanges {
    private Exchanges() {}

    /** @param path what the request's path is to be, such as the part below a prefix */
    public static Request read(HttpExchange exchange, String path) throws IOException {
        return Request.read(exchange, path);
    }

    public static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body();
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
