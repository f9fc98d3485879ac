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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may open a WebSocket, and how many. */
@Timeout(60)
final class SocketsIT {
    private static final int UNAUTHORIZED = 4401;
    private static final int TOO_MANY = 4403;
    private static final int INIT_TIMEOUT = 4408;
    private static final int SAME_ID = 4409;
    private static final int TOO_MANY_INITS = 4429;
    private static final Duration TO_SIGN_IN = Duration.ofMillis(300);
    private static final String FOREIGN = "https://elsewhere.example";

    private static TestServer unlisted;

    private final TestServer server = TestServer.shared();

    /** No foreign origin is listed, and there is little time to sign in. */
    @BeforeAll
    static void another() {
        unlisted = TestServer.another(
                "--spring.graphql.websocket.connection-init-timeout=" + TO_SIGN_IN.toMillis() + "ms");
    }

    @AfterAll
    static void close() {
        unlisted.close();
    }

    @Test
    void aConnectionWithoutATokenIsRefused() throws Exception {
        try (TestSocket socket = new TestSocket(server)) {
            socket.send(Map.of("type", "connection_init"));
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(UNAUTHORIZED);
        }
        try (TestSocket socket = new TestSocket(server).init("nonsense")) {
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(UNAUTHORIZED);
        }
    }

    @Test
    void anIdentityThatIsNoTokenCountsForNothing() throws Exception {
        Map<String, Object> forged = Map.of("jwt", Map.of("sub", "chief", "roles", List.of("leader")));
        try (TestSocket socket = new TestSocket(server)) {
            socket.send(Map.of("type", "connection_init", "payload", forged));
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(UNAUTHORIZED);
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
        new TestSocket(unlisted, Map.of("Origin", "http://localhost:" + unlisted.port())).close();
        refused(unlisted, FOREIGN);
        refused(unlisted, TestServer.ORIGIN);
    }

    @Test
    void aConnectionThatDoesNotSignInIsClosedWhenItsTimeIsUp() throws Exception {
        long begun = System.nanoTime();
        try (TestSocket silent = new TestSocket(unlisted)) {
            assertThat(silent.closed.get(10, TimeUnit.SECONDS)).isEqualTo(INIT_TIMEOUT);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(TO_SIGN_IN.dividedBy(2));
    }

    @Test
    void signingInTwiceClosesTheConnection() throws Exception {
        String token = token("twice");
        try (TestSocket socket = accepted(token)) {
            socket.init(token);
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(TOO_MANY_INITS);
        }
    }

    @Test
    void subscribingBeforeSigningInClosesTheConnection() throws Exception {
        try (TestSocket socket = new TestSocket(server).subscribe("1", "subscription { changes { id } }", Map.of())) {
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(UNAUTHORIZED);
        }
    }

    @Test
    void twoSubscriptionsOfOneIdCloseTheConnection() throws Exception {
        try (TestSocket socket = accepted(token("same id"))) {
            socket.subscribe("1", "subscription { changes { id } }", Map.of())
                    .subscribe("1", "subscription { changes { id } }", Map.of());
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(SAME_ID);
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
