// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain client of graphql-transport-ws, with nothing between the test and the messages. */
final class TestSocket implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE = 20;

    final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    TestSocket(HttpClient http, int port) {
        socket = http.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://localhost:" + port + "/graphql"), this)
                .join();
    }

    TestSocket init(String token) {
        send(Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
        return this;
    }

    TestSocket subscribe(String id, String query, Map<String, Object> variables) {
        send(Map.of(
                "id", id, "type", "subscribe", "payload", Map.of("query", query, "variables", variables)));
        return this;
    }

    void send(Map<String, Object> message) {
        socket.sendText(JSON.writeValueAsString(message), true).join();
    }

    /** The next message of that type; others are skipped. */
    JsonNode next(String type) throws InterruptedException {
        while (true) {
            JsonNode message = messages.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message '" + type + "' within " + PATIENCE + " s");
            }
            if (message.at("/type").asString().equals(type)) {
                return message;
            }
        }
    }

    /** Cuts the connection as a broken line does: nothing is said. */
    void cut() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            messages.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
