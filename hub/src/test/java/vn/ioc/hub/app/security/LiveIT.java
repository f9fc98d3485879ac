// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.ingest.PetitionWriter;
import vn.ioc.integrations.change.Change;

/** Subscriptions as clients have them: over WebSocket and SSE, on the real graph and its outbox. */
@Timeout(60)
final class LiveIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OPEN_ONES = """
            subscription($since: String) { changes(since: $since, types: ["Petition"], where: {status: {eq: "OPEN"}}) {
              cursor kind id type record { id ... on Petition { subject } } } }
            """;

    private static PetitionWriter petitions;
    private static TestServer server;

    @BeforeAll
    static void start() {
        petitions = new PetitionWriter();
        server = TestServer.shared();
    }

    @Test
    void aChangeIsReadOnceForAllWhoAskTheSame() throws Exception {
        String token = token("integrator");
        String cursor = cursor(server, token);
        try (TestSocket one = open(server, token, cursor);
                TestSocket other = open(server, token("integrator"), cursor);
                TestSocket third = open(server, token, cursor);
                TestSocket leader = open(server, token("leader"), cursor)) {
            petitions.put("ONCE-0", "before", "OPEN", "INTERNAL");
            awaited("ONCE-0", one, other, third, leader);
            double before = reads();
            petitions.put("ONCE-1", "a", "OPEN", "INTERNAL");
            awaited("ONCE-1", one, other, third, leader);
            assertThat(reads() - before).as("one for each policy").isEqualTo(2);
        }
    }

    private static void awaited(String code, TestSocket... sockets) throws InterruptedException {
        for (TestSocket socket : sockets) {
            JsonNode next = socket.next("next");
            while (!next.at("/payload/data/changes/id").asString().endsWith(code)) {
                next = socket.next("next");
            }
        }
    }

    private static double reads() {
        return server.bean(MeterRegistry.class).get("hub.live.reads").counter().count();
    }

    @Test
    void nothingIsToldOfWhatWasHiddenBeforeAndAfter() throws Exception {
        String token = token("public");
        try (TestSocket socket = open(server, token, cursor(server, token))) {
            petitions.put("H-1", "internal", "OPEN", "INTERNAL");
            petitions.put("H-1", "still", "OPEN", "RESTRICTED");
            petitions.write(petitions.deleted("H-1"));
            petitions.put("H-2", "public", "OPEN", "PUBLIC");
            petitions.put("H-2", "public", "OPEN", "INTERNAL");
            petitions.put("H-2", "internal", "OPEN", "INTERNAL");
            petitions.put("H-3", "the end", "OPEN", "PUBLIC");
            petitions.put("H-3", "the end", "SOLVED", "PUBLIC");
            assertThat(told(socket)).isEqualTo("UPSERTED Petition:petitions/H-2");
            assertThat(told(socket)).isEqualTo("LEFT Petition:petitions/H-2");
            assertThat(told(socket)).isEqualTo("UPSERTED Petition:petitions/H-3");
            assertThat(told(socket)).isEqualTo("LEFT Petition:petitions/H-3");
        }
    }

    private static String told(TestSocket socket) throws InterruptedException {
        JsonNode change = socket.next("next").at("/payload/data/changes");
        return change.at("/kind").asString() + " " + change.at("/id").asString();
    }

    @Test
    void aStreamEndsWithItsTokenAndSaysSo() throws Exception {
        String token = TestServer.token("brief", "integrator", Duration.ofSeconds(2));
        try (TestSocket socket = open(server, token, cursor(server, token))) {
            assertThat(socket.refused()).isEqualTo("UNAUTHENTICATED");
            socket.subscribe("2", "{ viewer { name } }", Map.of());
            assertThat(socket.refused()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void aSubscriberThatDoesNotReadIsDroppedWithTheCode() throws Exception {
        String token = token("integrator");
        String fields = IntStream.range(0, 25)
                .mapToObj(i -> "... on Petition { s" + i + ": subject }")
                .collect(Collectors.joining(" "));
        String document = "subscription { changes(types: [\"Petition\"]) { record { " + fields + " } } }";
        try (TestSocket socket = new TestSocket(server).init(token)) {
            socket.next("connection_ack");
            socket.subscribe("1", document, Map.of());
            petitions.put("SLOW", "first", "OPEN", "INTERNAL");
            socket.next("next");
            socket.pause();
            // More than the buffers of both ends of the line, and of the server, hold.
            String subject = "x".repeat(2_000);
            for (int page = 0; page < 5; page++) {
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    changes.add(petitions.petition("SLOW-" + i, page + subject, "OPEN", "INTERNAL"));
                }
                petitions.write(changes.toArray(Change[]::new));
            }
            TimeUnit.MILLISECONDS.sleep(1_500);
            socket.resume();
            assertThat(socket.refused()).isEqualTo("LIMIT_SLOW");
        }
    }

    @Test
    void wrongAsksAndTooManyGetTheirCode() throws Exception {
        String token = token("integrator");
        String cursor = cursor(server, token);
        try (TestSocket socket = open(server, token, cursor)) {
            socket.subscribe("forged", OPEN_ONES, Map.of("since", "AAAA"));
            assertThat(socket.refused()).isEqualTo("BAD_REQUEST");
            socket.subscribe("type", "subscription { changes(types: [\"Nothing\"]) { id } }", Map.of());
            assertThat(socket.refused()).isEqualTo("BAD_REQUEST");
            for (int i = 1; i <= TestServer.PER_CONNECTION; i++) {
                socket.subscribe("more " + i, OPEN_ONES, Map.of("since", cursor));
            }
            assertThat(socket.refused()).isEqualTo("LIMIT_SUBSCRIPTIONS");
        }
    }

    @Test
    void theSameComesByServerSentEvents() throws Exception {
        String token = TestServer.token("brief", "integrator", Duration.ofSeconds(4));
        String cursor = cursor(server, token);
        petitions.put("SSE-1", "first", "OPEN", "INTERNAL");
        petitions.put("SSE-1", "second", "OPEN", "INTERNAL");
        HttpResponse<Stream<String>> stream = server.http.send(
                server.request(token)
                        .header("Accept", "text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(
                                Map.of("query", OPEN_ONES, "variables", Map.of("since", cursor)))))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        Iterator<String> data = stream.body()
                .filter(line -> line.startsWith("data:") && line.contains("{"))
                .iterator();
        for (int i = 0; i < 2; i++) {
            JsonNode event = JSON.readTree(data.next().substring("data:".length()));
            assertThat(event.at("/data/changes/id").asString())
                    .as(event.toString())
                    .endsWith("SSE-1");
        }
        assertThat(TestServer.code(JSON.readTree(data.next().substring("data:".length()))))
                .isEqualTo("UNAUTHENTICATED");
    }

    /** Subscribes to open petitions; what is told begins after the cursor. */
    static TestSocket open(TestServer server, String token, String cursor) throws InterruptedException {
        TestSocket socket = new TestSocket(server).init(token);
        socket.next("connection_ack");
        return socket.subscribe("1", OPEN_ONES, Map.of("since", cursor));
    }

    static String cursor(TestServer server, String token) {
        return server.ask(token, "{ changesCursor }").at("/data/changesCursor").asString();
    }

    static String token(String role) {
        return TestServer.token("live " + role, role, Duration.ofMinutes(10));
    }
}
