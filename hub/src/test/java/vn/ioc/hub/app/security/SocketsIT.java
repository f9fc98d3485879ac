// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may open a WebSocket, and how many. */
@Timeout(60)
final class SocketsIT {
    private static final int TOO_MANY = 4403;
    private static final String FOREIGN = "https://elsewhere.example";

    private final TestServer server = TestServer.shared();

    @Test
    void aConnectionWithoutATokenIsRefused() throws Exception {
        try (TestSocket socket = new TestSocket(server)) {
            socket.send(Map.of("type", "connection_init"));
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
        }
        try (TestSocket socket = new TestSocket(server).init("nonsense")) {
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
        }
    }

    @Test
    void anIdentityThatIsNoTokenCountsForNothing() throws Exception {
        Map<String, Object> forged = Map.of("jwt", Map.of("sub", "chief", "roles", List.of("leader")));
        try (TestSocket socket = new TestSocket(server)) {
            socket.send(Map.of("type", "connection_init", "payload", forged));
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
        }
    }

    @Test
    void aCallerMayHaveSoManyConnections() throws Exception {
        String token = token("many");
        List<TestSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < TestServer.CONNECTIONS_PER_CALLER; i++) {
                open.add(accepted(token));
            }
            try (TestSocket more = new TestSocket(server).init(token)) {
                assertThat(more.closed.get(10, TimeUnit.SECONDS)).isEqualTo(TOO_MANY);
                assertThat(more.reason).isEqualTo("LIMIT_CONNECTIONS");
            }
            accepted(token("other")).close();
            open.removeLast().close();
            open.add(acceptedInTheEnd(token));
        } finally {
            open.forEach(TestSocket::close);
        }
    }

    private TestSocket accepted(String token) throws InterruptedException {
        TestSocket socket = new TestSocket(server).init(token);
        socket.next("connection_ack");
        return socket;
    }

    /** The seat of a connection that was cut is free as soon as the server notices. */
    private TestSocket acceptedInTheEnd(String token) throws InterruptedException, ExecutionException {
        while (true) {
            TestSocket socket = new TestSocket(server).init(token);
            if (socket.isAccepted()) {
                return socket;
            }
            assertThat(socket.closed.get()).isEqualTo(TOO_MANY);
        }
    }

    @Test
    void aPageOfAnUnlistedOriginOpensNone() {
        new TestSocket(server, Map.of("Origin", TestServer.ORIGIN)).close();
        for (String origin : List.of(FOREIGN, "null", TestServer.ORIGIN + ".example")) {
            refused(server, origin);
        }
    }

    @Test
    void withoutAListNoForeignPageOpensOne() {
        try (TestServer closed = TestServer.another()) {
            new TestSocket(closed, Map.of("Origin", "http://localhost:" + closed.port())).close();
            refused(closed, FOREIGN);
            refused(closed, TestServer.ORIGIN);
        }
    }

    private static void refused(TestServer server, String origin) {
        Assertions.assertThatExceptionOfType(CompletionException.class)
                .as(origin)
                .isThrownBy(() -> new TestSocket(server, Map.of("Origin", origin)))
                .withCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(failure -> assertThat(((WebSocketHandshakeException) failure.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(403));
    }

    private static String token(String subject) {
        return TestServer.token("sockets " + subject, "integrator", Duration.ofMinutes(10));
    }
}
