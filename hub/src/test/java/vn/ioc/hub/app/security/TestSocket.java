// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
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
    private static final long PATIENCE_SECONDS = 20;

    /** Code that the server closed the connection with. */
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    /** What the server closed the connection for, in its words. */
    volatile String reason = "";

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean paused;

    TestSocket(TestServer server) {
        this(server, Map.of());
    }

    /** @param headers of the handshake */
    TestSocket(TestServer server, Map<String, String> headers) {
        WebSocket.Builder handshake = server.http.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        headers.forEach(handshake::header);
        socket = handshake
                .buildAsync(URI.create("ws://localhost:" + server.port() + "/graphql"), this)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    TestSocket init(String token) {
        send(Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
        return this;
    }

    TestSocket subscribe(String id, String query, Map<String, Object> variables) {
        send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query, "variables", variables)));
        return this;
    }

    void send(Map<String, Object> message) {
        socket.sendText(JSON.writeValueAsString(message), true).join();
    }

    /** Reads nothing more from the line but the frame that is on its way. */
    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        socket.request(1);
    }

    /** The next message of that type; an error is none that a test skips. */
    JsonNode next(String type) throws InterruptedException {
        JsonNode message = next();
        while (!message.at("/type").asString().equals(type)) {
            if (!code(message).isEmpty()) {
                throw new AssertionError(message);
            }
            message = next();
        }
        return message;
    }

    /** Whether the server acknowledged the token; else it has closed the connection. */
    boolean isAccepted() throws InterruptedException {
        JsonNode message = messages.poll(100, TimeUnit.MILLISECONDS);
        while (message == null && !closed.isDone()) {
            message = messages.poll(100, TimeUnit.MILLISECONDS);
        }
        return message != null;
    }

    /** The events that came until the server closed the connection. */
    List<JsonNode> rest() throws Exception {
        closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<JsonNode> came = new ArrayList<>();
        messages.drainTo(came);
        return came.stream()
                .filter(message -> message.at("/type").asString().equals("next"))
                .toList();
    }

    /** Code of the next error, of a stream or an answer. */
    String refused() throws InterruptedException {
        JsonNode message = next();
        while (code(message).isEmpty()) {
            message = next();
        }
        return code(message);
    }

    private JsonNode next() throws InterruptedException {
        JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message within " + PATIENCE_SECONDS + " s");
        }
        return message;
    }

    private static String code(JsonNode message) {
        return message.at("/payload/0/extensions/code").asString()
                + message.at("/payload/errors/0/extensions/code").asString();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            messages.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        if (!paused) {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        this.reason = reason;
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete(-1);
    }

    /** As a broken line: nothing is said. */
    @Override
    public void close() {
        socket.abort();
    }
}
