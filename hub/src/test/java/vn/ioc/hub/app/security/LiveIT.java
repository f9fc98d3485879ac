// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.ingest.PetitionWriter;

/** Subscriptions as clients have them: over WebSocket and SSE, on the real graph and its outbox. */
final class LiveIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OPEN_ONES = """
            subscription($since: String) { changes(since: $since, types: ["Petition"], where: {status: {eq: "OPEN"}}) {
              cursor kind id type record { id ... on Petition { title: subject } } } }
            """;
    private static final int CUTS = 200;
    private static final long SEED = 20_260_630;

    private static HttpClient http;
    private static PetitionWriter petitions;
    private static TestServer server;

    @BeforeAll
    static void start() {
        http = HttpClient.newHttpClient();
        petitions = new PetitionWriter();
        server = new TestServer(
                PetitionWriter.model(), petitions.outbox(), Map.of("hub.live.per-connection", "3", "hub.live.poll", "20ms"));
    }

    @AfterAll
    static void stop() {
        server.close();
        http.close();
    }

    @Test
    void aSubscriberCutTwoHundredTimesEndsWithTheStateOfAFreshQuery() throws Exception {
        String token = TestServer.token("integrator", Duration.ofMinutes(10));
        Map<String, String> state = new TreeMap<>();
        Set<String> cursors = new HashSet<>();
        String cursor = cursor(token);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(enough));
        Random chance = new Random(SEED);
        for (int cut = 0; cut < CUTS; cut++) {
            try (TestSocket socket = open(token, cursor)) {
                int until = chance.nextInt(4);
                for (int i = 0; i < until; i++) {
                    cursor = apply(socket.next("next"), state, cursors);
                }
                if (chance.nextBoolean()) {
                    TimeUnit.MILLISECONDS.sleep(chance.nextInt(20));
                }
            }
        }
        enough.set(true);
        writing.get(60, TimeUnit.SECONDS);
        petitions.put("END", "the end", "OPEN", "INTERNAL");
        try (TestSocket socket = open(token, cursor)) {
            while (!state.containsKey("Petition:petitions/END")) {
                apply(socket.next("next"), state, cursors);
            }
        }
        JsonNode fresh = ask(token, "{ petitions(where: {status: {eq: \"OPEN\"}}, first: 100) { edges { node { id subject } } } }");
        Map<String, String> now = new TreeMap<>();
        fresh.at("/data/petitions/edges")
                .forEach(e -> now.put(e.at("/node/id").asString(), e.at("/node/subject").asString()));
        assertThat(now).hasSizeGreaterThan(1);
        assertThat(state).as("seed " + SEED).isEqualTo(now);
    }

    private static void write(AtomicBoolean enough) {
        Random chance = new Random(SEED + 1);
        for (int i = 0; !enough.get(); i++) {
            String code = "C" + chance.nextInt(12);
            switch (chance.nextInt(6)) {
                case 0 -> petitions.delete(code);
                case 1 -> petitions.put(code, "n" + i, "SOLVED", "INTERNAL");
                case 2 -> petitions.put(code, "n" + i, "OPEN", "RESTRICTED");
                default -> petitions.put(code, "n" + i, "OPEN", "INTERNAL");
            }
        }
    }

    private static TestSocket open(String token, String cursor) throws InterruptedException {
        TestSocket socket = new TestSocket(http, server.port()).init(token);
        socket.next("connection_ack");
        return socket.subscribe("1", OPEN_ONES, Map.of("since", cursor));
    }

    private static String apply(JsonNode message, Map<String, String> state, Set<String> cursors) {
        assertThat(message.at("/payload/errors").isMissingNode()).as(message.toString()).isTrue();
        JsonNode change = message.at("/payload/data/changes");
        String cursor = change.at("/cursor").asString();
        assertThat(cursors.add(cursor)).as("each change once").isTrue();
        String id = change.at("/id").asString();
        if (change.at("/kind").asString().equals("LEFT")) {
            assertThat(change.at("/record").isNull()).isTrue();
            state.remove(id);
        } else if (change.at("/record").isNull()) {
            state.remove(id);
        } else {
            state.put(id, change.at("/record/title").asString());
        }
        return cursor;
    }

    @Test
    void aChangeIsReadOnceForAllWhoAskTheSame() throws Exception {
        String token = TestServer.token("integrator", Duration.ofMinutes(10));
        String cursor = cursor(token);
        try (TestSocket one = open(token, cursor);
                TestSocket other = open(token, cursor);
                TestSocket third = open(token, cursor)) {
            petitions.put("ONCE-0", "before", "OPEN", "INTERNAL");
            awaited("ONCE-0", one, other, third);
            double before = reads();
            petitions.put("ONCE-1", "a", "OPEN", "INTERNAL");
            awaited("ONCE-1", one, other, third);
            assertThat(reads() - before).isEqualTo(1);
        }
    }

    private static void awaited(String code, TestSocket... sockets) throws InterruptedException {
        for (TestSocket socket : sockets) {
            while (!socket.next("next").at("/payload/data/changes/id").asString().endsWith(code)) {
                continue;
            }
        }
    }

    private static double reads() {
        return server.bean(MeterRegistry.class).get("hub.live.reads").counter().count();
    }

    @Test
    void nothingIsToldOfWhatWasHiddenBeforeAndAfter() throws Exception {
        String token = TestServer.token("public", Duration.ofMinutes(10));
        try (TestSocket socket = open(token, cursor(token))) {
            petitions.put("H-1", "internal", "OPEN", "INTERNAL");
            petitions.put("H-1", "still", "OPEN", "RESTRICTED");
            petitions.delete("H-1");
            petitions.put("H-2", "public", "OPEN", "PUBLIC");
            petitions.put("H-2", "public", "OPEN", "INTERNAL");
            petitions.put("H-2", "internal", "OPEN", "INTERNAL");
            petitions.put("H-3", "the end", "OPEN", "PUBLIC");
            assertThat(told(socket)).isEqualTo("UPSERTED Petition:petitions/H-2");
            assertThat(told(socket)).isEqualTo("LEFT Petition:petitions/H-2");
            assertThat(told(socket)).isEqualTo("UPSERTED Petition:petitions/H-3");
        }
    }

    private static String told(TestSocket socket) throws InterruptedException {
        JsonNode change = socket.next("next").at("/payload/data/changes");
        return change.at("/kind").asString() + " " + change.at("/id").asString();
    }

    @Test
    void aStreamEndsWithItsTokenAndSaysSo() throws Exception {
        String token = TestServer.token("integrator", Duration.ofSeconds(3));
        try (TestSocket socket = open(token, cursor(token))) {
            assertThat(code(socket.next("error"))).isEqualTo("UNAUTHENTICATED");
            socket.subscribe("2", "{ viewer { name } }", Map.of());
            assertThat(socket.next("next").at("/payload/errors/0/extensions/code").asString())
                    .isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void aConnectionWithoutATokenIsRefused() throws Exception {
        try (TestSocket socket = new TestSocket(http, server.port())) {
            socket.send(Map.of("type", "connection_init"));
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isBetween(4400, 4499);
        }
        try (TestSocket socket = new TestSocket(http, server.port()).init("nonsense")) {
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isBetween(4400, 4499);
        }
        assertThat(socketless("{ viewer { name } }").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> socketless(String query) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void wrongAsksAndTooManyGetTheirCode() throws Exception {
        String token = TestServer.token("integrator", Duration.ofMinutes(10));
        String cursor = cursor(token);
        try (TestSocket socket = open(token, cursor)) {
            socket.subscribe("forged", OPEN_ONES, Map.of("since", "AAAA"));
            assertThat(code(socket.next("error"))).isEqualTo("BAD_REQUEST");
            socket.subscribe("type", "subscription { changes(types: [\"Nothing\"]) { id } }", Map.of());
            assertThat(code(socket.next("error"))).isEqualTo("BAD_REQUEST");
            for (int i = 2; i <= 4; i++) {
                socket.subscribe("more " + i, OPEN_ONES, Map.of("since", cursor));
            }
            assertThat(code(socket.next("error"))).isEqualTo("LIMIT_SUBSCRIPTIONS");
        }
    }

    @Test
    void theSameComesByServerSentEvents() throws Exception {
        String token = TestServer.token("integrator", Duration.ofSeconds(5));
        String cursor = cursor(token);
        petitions.put("SSE-1", "first", "OPEN", "INTERNAL");
        petitions.put("SSE-1", "second", "OPEN", "INTERNAL");
        Map<String, Object> variables = new HashMap<>(Map.of("since", cursor));
        HttpResponse<Stream<String>> stream = http.send(
                request(token, Map.of("query", OPEN_ONES, "variables", variables))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        Iterator<String> data = stream.body().filter(l -> l.startsWith("data:") && l.length() > 6).iterator();
        JsonNode first = JSON.readTree(data.next().substring(5));
        assertThat(first.at("/data/changes/id").asString()).as(first.toString()).endsWith("SSE-1");
        data.next();
        assertThat(data.next()).contains("UNAUTHENTICATED");
    }

    private static String code(JsonNode error) {
        return error.at("/payload/0/extensions/code").asString();
    }

    private static String cursor(String token) throws IOException, InterruptedException {
        return ask(token, "{ changesCursor }").at("/data/changesCursor").asString();
    }

    private static JsonNode ask(String token, String query) throws IOException, InterruptedException {
        return JSON.readTree(http.send(
                        request(token, Map.of("query", query)).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static HttpRequest.Builder request(String token, Map<String, Object> body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/graphql"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

}
