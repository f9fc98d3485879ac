// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

/** What another user of the same machine, or a statement gone wrong, cannot do to the embedded stores. */
final class StoreGuardsIT {
    @Test
    void graphRefusesAWrongPasswordItsMakersPasswordAndNone() {
        for (AuthToken token :
                Set.of(AuthTokens.basic("neo4j", "wrong"), AuthTokens.basic("neo4j", "neo4j"), AuthTokens.none())) {
            try (Driver stranger = GraphDatabase.driver(Stores.neo4j().uri(), token)) {
                assertThatThrownBy(stranger::verifyConnectivity).isInstanceOf(AuthenticationException.class);
            }
        }
    }

    @Test
    void indexRefusesAWrongPasswordAndNoneOnReadsWritesAndWhatItDoesNotKnow() throws Exception {
        for (String path : Set.of("/_cluster/health", "/_cat/indices", "/_search", "/", "/nowhere/at/all")) {
            assertThat(status("GET", path, null)).as(path).isEqualTo(401);
            assertThat(status("GET", path, "hub:wrong")).as(path).isEqualTo(401);
            assertThat(status("GET", path, ":")).as(path).isEqualTo(401);
        }
        assertThat(status("POST", "/_bulk", "elastic:changeme")).isEqualTo(401);
        assertThat(status("PUT", "/theirs", null)).isEqualTo(401);
        assertThat(status(
                        "GET",
                        "/_cluster/health",
                        "hub:" + Stores.elasticsearch().password()))
                .isEqualTo(200);
        assertThat(status("GET", "/theirs", "hub:" + Stores.elasticsearch().password()))
                .isEqualTo(404);
    }

    @Test
    void graphLoadsNeitherFilesNorAddresses() {
        for (String from : Set.of("file:///etc/hostname", Stores.elasticsearch().uri() + "/_cluster/health")) {
            assertThatThrownBy(() -> Stores.driver()
                            .executableQuery("LOAD CSV FROM '" + from + "' AS row RETURN row")
                            .execute())
                    .as(from)
                    .isInstanceOf(Neo4jException.class)
                    .hasMessageContaining("Cannot load from URL");
        }
    }

    private static int status(String method, String path, @Nullable String credentials)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .uri(URI.create(Stores.elasticsearch().uri() + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("POST")
                                ? BodyPublishers.ofString("{\"index\":{\"_index\":\"theirs\"}}\n{\"a\":1}\n")
                                : BodyPublishers.noBody());
        if (credentials != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
