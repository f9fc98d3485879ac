// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One who keeps the state of open petitions by what is told of them, from connection to connection by the last cursor. */
final class FollowingSubscriber {
    private final String token;
    private final Map<String, String> state = new TreeMap<>();
    private final Set<String> cursors = new HashSet<>();
    private String cursor;

    FollowingSubscriber(TestServer server, String token) {
        this.token = token;
        this.cursor = LiveIT.cursor(server, token);
    }

    TestSocket open(TestServer server) throws InterruptedException {
        return LiveIT.open(server, token, cursor);
    }

    /** Follows for so many changes, then the connection is cut. */
    void follow(TestServer server, int changes) throws InterruptedException {
        try (TestSocket socket = open(server)) {
            for (int i = 0; i < changes; i++) {
                apply(socket.next("next"));
            }
        }
    }

    void followUntil(TestServer server, String code) throws InterruptedException {
        try (TestSocket socket = open(server)) {
            while (!state.containsKey("Petition:petitions/" + code)) {
                apply(socket.next("next"));
            }
        }
    }

    /** Each cursor is new, and what is told comes after what was told. */
    void apply(JsonNode message) {
        JsonNode change = message.at("/payload/data/changes");
        cursor = change.at("/cursor").asString();
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
    }

    /** What was told adds up to what a fresh query answers. */
    void agreesWith(TestServer server) {
        JsonNode fresh = server.ask(
                token, "{ petitions(where: {status: {eq: \"OPEN\"}}, first: 100) { edges { node { id subject } } } }");
        Map<String, String> now = new TreeMap<>();
        fresh.at("/data/petitions/edges")
                .forEach(e -> now.put(
                        e.at("/node/id").asString(), e.at("/node/subject").asString()));
        assertThat(now).as(fresh.toString()).hasSizeGreaterThan(1);
        assertThat(state).isEqualTo(now);
    }
}
