// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final int CUTS = 200;
    /** Petitions that come and go. */
    private static final int CODES = 60;
    /** Writing goes on as reading does; a page tells more than the subscriber reads until the next one. */
    private static final int CUTS_A_PAGE = 5;

    private static final long SEED = 20_260_630;

    private static PetitionWriter petitions;
    private static TestServer server;

    @BeforeAll
    static void start() {
        petitions = new PetitionWriter();
        server = TestServer.shared();
    }

    @Test
    @Timeout(180)
    void aSubscriberCutTwoHundredTimesEndsWithTheStateOfAFreshQuery() throws Exception {
        String token = token("integrator");
        Map<String, String> state = new TreeMap<>();
        Set<String> cursors = new HashSet<>();
        String cursor = cursor(token);
        Semaphore pages = new Semaphore(CUTS_A_PAGE);
        AtomicBoolean enough = new AtomicBoolean();
        // A thread of its own: one that waits in the common pool, which may have no other, would starve the HTTP
        // client.
        CompletableFuture<Void> writing =
                CompletableFuture.runAsync(() -> write(pages, enough), Thread::startVirtualThread);
        Random chance = new Random(SEED);
        try {
            for (int cut = 0; cut < CUTS; cut++) {
                try (TestSocket socket = open(token, cursor)) {
                    int until = chance.nextInt(5);
                    for (int i = 0; i < until; i++) {
                        cursor = apply(socket.next("next"), state, cursors);
                    }
                }
                if (cut % CUTS_A_PAGE == 0) {
                    pages.release();
                }
            }
        } finally {
            enough.set(true);
            pages.release();
        }
        writing.get(60, TimeUnit.SECONDS);
        petitions.put("END", "the end", "OPEN", "INTERNAL");
        try (TestSocket socket = open(token, cursor)) {
            while (!state.containsKey("Petition:petitions/END")) {
                apply(socket.next("next"), state, cursors);
            }
        }
        JsonNode fresh = server.ask(
                token, "{ petitions(where: {status: {eq: \"OPEN\"}}, first: 100) { edges { node { id subject } } } }");
        Map<String, String> now = new TreeMap<>();
        fresh.at("/data/petitions/edges")
                .forEach(e -> now.put(
                        e.at("/node/id").asString(), e.at("/node/subject").asString()));
        assertThat(now).as(fresh.toString()).hasSizeGreaterThan(1);
        assertThat(state).as("seed " + SEED).isEqualTo(now);
    }

    /** Petitions come, change, are solved, restricted, deleted and come back, many in a transaction. */
    private static void write(Semaphore pages, AtomicBoolean enough) {
        Random chance = new Random(SEED + 1);
        for (int i = 0; !enough.get(); i++) {
            pages.acquireUninterruptibly();
            Map<String, Change> page = new TreeMap<>();
            for (int n = chance.nextInt(CODES / 3, CODES); n >= 0; n--) {
                String code = "C" + chance.nextInt(CODES);
                String subject = "n" + i + "." + n;
                page.put(
                        code,
                        switch (chance.nextInt(6)) {
                            case 0 -> petitions.deleted(code);
                            case 1 -> petitions.petition(code, subject, "SOLVED", "INTERNAL");
                            case 2 -> petitions.petition(code, subject, "OPEN", "RESTRICTED");
                            default -> petitions.petition(code, subject, "OPEN", "INTERNAL");
                        });
            }
            petitions.write(page.values().toArray(Change[]::new));
        }
    }

    /** Each cursor is new, and what is told comes after what was told. */
    private static String apply(JsonNode message, Map<String, String> state, Set<String> cursors) {
        JsonNode change = message.at("/payload/data/changes");
        String cursor = change.at("/cursor").asString();
        assertThat(cursors.add(cursor)).as("each change once: " + message).isTrue();
        String id = change.at("/id").asString();
        JsonNode record = change.at("/record");
        if (change.at("/kind").asString().equals("LEFT")) {
            assertThat(record.isNull()).isTrue();
        }
        if (record.isNull()) {
            state.remove(id);
        } else {
            state.put(id, record.at("/subject").asString());
        }
        return cursor;
    }

    @Test
    void aChangeIsReadOnceForAllWhoAskTheSame() throws Exception {
        String token = token("integrator");
        String cursor = cursor(token);
        try (TestSocket one = open(token, cursor);
                TestSocket other = open(token("integrator"), cursor);
                TestSocket third = open(token, cursor);
                TestSocket leader = open(token("leader"), cursor)) {
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
        try (TestSocket socket = open(token, cursor(token))) {
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
        try (TestSocket socket = open(token, cursor(token))) {
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
    void aConnectionWithoutATokenIsRefused() throws Exception {
        try (TestSocket socket = new TestSocket(server)) {
            socket.send(Map.of("type", "connection_init"));
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isBetween(4400, 4499);
        }
        try (TestSocket socket = new TestSocket(server).init("nonsense")) {
            assertThat(socket.closed.get(10, TimeUnit.SECONDS)).isBetween(4400, 4499);
        }
    }

    @Test
    void wrongAsksAndTooManyGetTheirCode() throws Exception {
        String token = token("integrator");
        String cursor = cursor(token);
        try (TestSocket socket = open(token, cursor)) {
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
        String cursor = cursor(token);
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

    private static TestSocket open(String token, String cursor) throws InterruptedException {
        TestSocket socket = new TestSocket(server).init(token);
        socket.next("connection_ack");
        return socket.subscribe("1", OPEN_ONES, Map.of("since", cursor));
    }

    private static String cursor(String token) {
        return server.ask(token, "{ changesCursor }").at("/data/changesCursor").asString();
    }

    private static String token(String role) {
        return TestServer.token("live " + role, role, Duration.ofMinutes(10));
    }
}
