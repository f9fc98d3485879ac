// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import vn.ioc.hub.ingest.PetitionWriter;
import vn.ioc.integrations.change.Change;

/** A subscriber whose connection is cut again and again, on the real graph and its outbox. */
final class CutSubscriberIT {
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
        String token = LiveIT.token("integrator");
        Map<String, String> state = new TreeMap<>();
        Set<String> cursors = new HashSet<>();
        String cursor = LiveIT.cursor(server, token);
        Semaphore pages = new Semaphore(CUTS_A_PAGE);
        AtomicBoolean enough = new AtomicBoolean();
        // A thread of its own: one that waits in the common pool, which may have no other, would starve the HTTP
        // client.
        CompletableFuture<Void> writing =
                CompletableFuture.runAsync(() -> write(pages, enough), Thread::startVirtualThread);
        Random chance = new Random(SEED);
        try {
            for (int cut = 0; cut < CUTS; cut++) {
                try (TestSocket socket = LiveIT.open(server, token, cursor)) {
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
        try (TestSocket socket = LiveIT.open(server, token, cursor)) {
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
}
