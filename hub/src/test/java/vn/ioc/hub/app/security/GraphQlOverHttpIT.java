// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.NodeProgram;

/** The endpoint as the GraphQL over HTTP specification wants it: graphql-http's audit suite, and what it leaves out. */
final class GraphQlOverHttpIT {
    private static final Path ROOT = Path.of(System.getProperty("ioc.root"));
    private static final Path SUITE = ROOT.resolve("hub/src/test/graphql-http");
    private static final Path WORK = ROOT.resolve("hub/target/graphql-http");
    private static final JsonMapper JSON = new JsonMapper();
    private final TestServer server = TestServer.shared();
    private final String token = TestServer.token("auditing", "integrator", Duration.ofMinutes(10));

    /** The suite asks for types by name, which needs the right to introspection. {@code exceptions.json} names each audit that is not met with its reason, and none that is met. */
    @Test
    void everyMustIsMetAndEveryShouldThatIsNotMetHasItsReason() throws Exception {
        Files.createDirectories(WORK);
        for (String file : new String[] {"package.json", "package-lock.json", "audit.mjs"}) {
            Files.copy(SUITE.resolve(file), WORK.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        NodeProgram node = new NodeProgram(WORK, Map.of("TOKEN", token));
        node.install();
        Path report = WORK.resolve("report.json");
        Files.deleteIfExists(report);
        node.run("node", "audit.mjs", server.address().toString(), report.toString());

        JsonNode results = JSON.readTree(Files.readString(report));
        Map<String, String> unmet = new TreeMap<>();
        for (JsonNode result : results) {
            if (!result.at("/status").asString().equals("ok")) {
                unmet.put(result.at("/id").asString(), result.at("/name").asString());
            }
        }
        JsonNode exceptions = JSON.readTree(Files.readString(SUITE.resolve("exceptions.json")));
        Map<String, String> excused = new TreeMap<>();
        exceptions.forEach(exception -> {
            assertThat(exception.at("/reason").asString()).hasSizeGreaterThan(20);
            excused.put(exception.at("/id").asString(), exception.at("/name").asString());
        });
        assertThat(results.size()).isGreaterThan(60);
        assertThat(unmet.values()).noneMatch(name -> name.startsWith("MUST"));
        assertThat(unmet).as("see " + report).isEqualTo(excused);
    }

    @Test
    void aGetExecutesNothing() {
        for (String query : new String[] {"mutation%7B__typename%7D", "%7B__typename%7D"}) {
            HttpResponse<String> answer =
                    server.send(HttpRequest.newBuilder(URI.create(server.address() + "?query=" + query))
                            .header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
            assertThat(answer.body()).doesNotContain("data");
        }
    }

    @Test
    void whatIsNoGraphQlRequestGetsTheCodeAndNothingOfItBack() {
        for (String body :
                new String[] {"{\"query\": 0942123456", "{\"query\": [\"0942123456\"]}", "{\"0942123456\": 1}"}) {
            HttpResponse<String> answer =
                    server.send(server.request(token).POST(HttpRequest.BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(TestServer.code(JSON.readTree(answer.body()))).isEqualTo("BAD_REQUEST");
            assertThat(answer.body()).doesNotContain("0942123456", "java", "jackson", "/graphql");
        }
    }

    @Test
    void whoIsNotSignedInGetsTheCode() {
        HttpResponse<String> answer = server.post("nonsense", Map.of("query", "{ viewer { name } }"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(TestServer.code(JSON.readTree(answer.body()))).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void onlyListedOriginsMayCall() {
        assertThat(preflight(TestServer.ORIGIN).headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue(TestServer.ORIGIN);
        HttpResponse<String> other = preflight("https://elsewhere.example");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private HttpResponse<String> preflight(String origin) {
        return server.send(HttpRequest.newBuilder(server.address())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }
}
