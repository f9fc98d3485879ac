// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.springframework.util.FileSystemUtils;

/**
 * The real Neo4j and Elasticsearch for integration tests: started once per test JVM by the first test that asks, on an
 * empty folder under {@code target}, and stopped with the JVM.
 *
 * <p>All tests share them: call {@link #wipe} before each test, or keep to keys of your own.
 */
public final class Stores {
    private static final int WIPE_ROWS = 5_000;

    private static @Nullable Running running;

    private Stores() {}

    /** Bolt address and credentials of Neo4j. */
    public static StoreAddress neo4j() {
        return running().stores().neo4j();
    }

    /** HTTP address and credentials of Elasticsearch. */
    public static StoreAddress elasticsearch() {
        return running().stores().elasticsearch();
    }

    /** A driver shared by all tests; do not close it. */
    public static Driver driver() {
        return running().driver();
    }

    /** A client shared by all tests, with the mapper that Spring Boot gives it in the hub; do not close it. */
    public static ElasticsearchClient elasticsearchClient() {
        return running().client();
    }

    /** Spring's own properties for both stores, to be registered by a Spring test. */
    public static Map<String, String> springProperties() {
        return Map.of(
                "spring.neo4j.uri", neo4j().uri(),
                "spring.neo4j.authentication.username", neo4j().user(),
                "spring.neo4j.authentication.password", neo4j().password(),
                "spring.elasticsearch.uris", elasticsearch().uri(),
                "spring.elasticsearch.username", elasticsearch().user(),
                "spring.elasticsearch.password", elasticsearch().password());
    }

    /** Deletes all nodes, relationships and Elasticsearch indices; Neo4j's constraints and indexes stay. */
    public static void wipe() {
        wipeGraph();
        wipeIndices();
    }

    /** Deletes all nodes and relationships; constraints and indexes stay. */
    public static void wipeGraph() {
        try (Session session = driver().session()) {
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF " + WIPE_ROWS + " ROWS")
                    .consume();
        }
    }

    /** Drops Neo4j's constraints and indexes, all but the token lookup indexes that every database starts with. */
    public static void wipeGraphSchema() {
        names("SHOW CONSTRAINTS YIELD name").forEach(name -> run("DROP CONSTRAINT $name", name));
        names("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
                .forEach(name -> run("DROP INDEX $name", name));
    }

    /** Deletes all Elasticsearch indices, with their aliases. */
    public static void wipeIndices() {
        try {
            for (String index : elasticsearchClient()
                    .indices()
                    .get(get -> get.index("*"))
                    .indices()
                    .keySet()) {
                elasticsearchClient().indices().delete(delete -> delete.index(index));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> names(String statement) {
        return driver().executableQuery(statement).execute().records().stream()
                .map(row -> row.get("name").asString())
                .toList();
    }

    private static void run(String statement, String name) {
        driver().executableQuery(statement).withParameters(Map.of("name", name)).execute();
    }

    private static synchronized Running running() {
        if (running == null) {
            running = Running.start(Path.of(System.getProperty("ioc.root")));
        }
        return running;
    }

    private record Running(EmbeddedStores stores, Driver driver, ElasticsearchClient client) {
        static Running start(Path root) {
            Path data = root.resolve("hub/target/stores");
            try {
                FileSystemUtils.deleteRecursively(data);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            EmbeddedStores stores = EmbeddedStores.start(root, data, line -> System.out.println("stores: " + line));
            Runtime.getRuntime().addShutdownHook(new Thread(stores::close, "stores-stop"));
            StoreAddress graph = stores.neo4j();
            Driver driver = GraphDatabase.driver(graph.uri(), AuthTokens.basic(graph.user(), graph.password()));
            return new Running(stores, driver, clientOf(stores.elasticsearch()));
        }
    }

    /** A client for an index behind HTTP Basic, as Spring Boot makes it for the hub. */
    static ElasticsearchClient clientOf(StoreAddress address) {
        String credentials = address.user() + ":" + address.password();
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        Rest5Client http = Rest5Client.builder(URI.create(address.uri()))
                .setDefaultHeaders(new Header[] {new BasicHeader("Authorization", "Basic " + basic)})
                .build();
        return new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper()));
    }
}
