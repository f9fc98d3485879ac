// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Budgets, trusted documents and what is counted of the schema, over HTTP as clients meet them. */
final class SafeOperationsIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WHO = "query WhoAmI { viewer { name } }";
    private static final String OTHER = "query Other { viewer { roles } }";
    private static final String DEAR =
            "{ organizations(first: 100) { edges { node { documents(first: 48) { edges { cursor } } } } } }";
    /** Points of {@link #DEAR}: the root, 100 organisations, 48 documents of each. */
    private static final int DEAR_POINTS = 1 + 100 + 100 * 48;

    private final TestServer server = TestServer.shared();

    @Test
    void aSpentBudgetIsRefusedWithItsResetAndIsEachCallersOwn() {
        String token = token("spender", "tests");
        int left = TestServer.POINTS;
        while (left >= DEAR_POINTS) {
            left -= DEAR_POINTS;
            JsonNode cost = server.ask(token, DEAR).at("/extensions/cost");
            assertThat(cost.at("/predicted").asInt()).isEqualTo(DEAR_POINTS);
            assertThat(cost.at("/budget/limit").asInt()).isEqualTo(TestServer.POINTS);
            assertThat(cost.at("/budget/remaining").asInt()).isEqualTo(left);
        }
        JsonNode refused = server.ask(token, DEAR);
        assertThat(TestServer.code(refused)).isEqualTo("RATE_LIMITED");
        JsonNode budget = refused.at("/errors/0/extensions/cost/budget");
        assertThat(budget.at("/remaining").asInt()).isEqualTo(left);
        assertThat(Instant.parse(budget.at("/resetAt").asString()))
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(server.ask(token, WHO).at("/data/viewer/name").asString()).isEqualTo("spender");
        assertThat(server.ask(token("saver", "tests"), DEAR).has("errors")).isFalse();
    }

    /** 429 for those who take the media type that has statuses; to the older one every answer is a 200. */
    @Test
    void aSpentBudgetSaysSoInTheWordsOfHttp() {
        String token = token("waster", "tests");
        int left = TestServer.POINTS;
        for (; left >= DEAR_POINTS; left -= DEAR_POINTS) {
            server.ask(token, DEAR);
        }
        assertThat(refused(token, "application/graphql-response+json").statusCode())
                .isEqualTo(429);
        assertThat(refused(token, "application/json").statusCode()).isEqualTo(200);
        assertThat(server.post(token, Map.of("query", WHO)).headers().firstValue("Retry-After"))
                .isEmpty();
    }

    private HttpResponse<String> refused(String token, String accepted) {
        HttpResponse<String> answer = server.send(server.request(token)
                .header("Accept", accepted)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", DEAR)))));
        assertThat(TestServer.code(JSON.readTree(answer.body()))).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        return answer;
    }

    @Test
    void aClientMaySendWhatItsManifestLets() {
        String listing = token("lister", "listing");
        assertThat(name(ask(listing, WHO, null))).isEqualTo("lister");
        assertThat(name(ask(listing, null, "sha256:who-am-i"))).isEqualTo("lister");
        assertThat(TestServer.code(ask(listing, OTHER, null))).isEqualTo("FORBIDDEN");
        String trusting = token("truster", "trusting");
        assertThat(name(ask(trusting, null, "sha256:who-am-i"))).isEqualTo("truster");
        assertThat(name(ask(trusting, OTHER, "sha256:who-am-i")))
                .as("the manifest's text counts")
                .isEqualTo("truster");
        assertThat(TestServer.code(ask(trusting, WHO, null))).isEqualTo("FORBIDDEN");
    }

    @Test
    void whatAnAuditedClientSendsBesideItsManifestRunsAndIsCounted() {
        String trying = token("trier", "trying");
        assertThat(name(ask(trying, null, "sha256:who-am-i"))).isEqualTo("trier");
        assertThat(name(ask(trying, WHO, null))).isEqualTo("trier");
        assertThat(name(ask(trying, "{ viewer { name } }", null))).isEqualTo("trier");
        assertThat(server.bean(MeterRegistry.class)
                        .get("hub.graphql.unlisted")
                        .tags("client", "trying")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anUnknownIdIsRefusedAndNothingIsEverRegistered() {
        for (String client : new String[] {"tests", "listing", "trusting"}) {
            String token = token("guesser", client);
            assertThat(TestServer.code(ask(token, null, "sha256:unknown"))).isEqualTo("BAD_REQUEST");
            ask(token, OTHER, "sha256:unknown");
            assertThat(TestServer.code(ask(token, null, "sha256:unknown"))).isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void useIsCountedByClientAndFieldForThoseWhoKeepTheSchema() {
        String dashboard = token("viewer", "dashboard");
        server.ask(dashboard, "{ a: viewer { name } b: viewer { name } }");
        server.ask(dashboard, WHO);
        server.ask(dashboard, "{ viewer { nothing } }");
        String question =
                "{ schemaUsage(client: \"dashboard\") { since uses { client field deprecated operations lastUsed } } }";
        JsonNode usage = server.ask(token("keeper", "tests"), question).at("/data/schemaUsage");
        Map<String, Integer> counted = new HashMap<>();
        usage.at("/uses")
                .forEach(use -> counted.put(
                        use.at("/field").asString(), use.at("/operations").asInt()));
        assertThat(counted).isEqualTo(Map.of("Query.viewer", 2, "Viewer.name", 2));
        assertThat(server.bean(MeterRegistry.class)
                        .get("hub.graphql.fields")
                        .tags("client", "dashboard", "field", "Viewer.name")
                        .counter()
                        .count())
                .isEqualTo(2);
        String leader = TestServer.token("leader", "leader", Duration.ofMinutes(10));
        assertThat(TestServer.code(server.ask(leader, question))).isEqualTo("FORBIDDEN");
    }

    private JsonNode ask(String token, String text, String id) {
        Map<String, Object> body = new HashMap<>();
        if (text != null) {
            body.put("query", text);
        }
        if (id != null) {
            body.put("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", id)));
        }
        return JSON.readTree(server.post(token, body).body());
    }

    private static String name(JsonNode answer) {
        return answer.at("/data/viewer/name").asString();
    }

    private static String token(String subject, String client) {
        return TestServer.token(subject, "integrator", client, Duration.ofMinutes(10));
    }
}
