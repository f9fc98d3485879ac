// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.util.FileSystemUtils;
import vn.ioc.hub.ingest.GraphSchema;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.SdlFile;

/** The life of the stores on one data folder, which the tests hand on in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EmbeddedStoresIT {
    private static final Path ROOT = Path.of(System.getProperty("ioc.root"));
    private static final Path DATA = ROOT.resolve("hub/target/embedded-stores");
    private static final String CONSTRAINT =
            "CREATE CONSTRAINT ioc_unique_Entity_uid FOR (n:Entity) REQUIRE n.uid IS UNIQUE";
    private static boolean begun;
    private static List<StoreAddress> addresses = List.of();

    @BeforeEach
    void beginOnAnEmptyFolder() throws IOException {
        if (!begun) {
            FileSystemUtils.deleteRecursively(DATA);
            begun = true;
        }
    }

    @Test
    @Order(1)
    void aFirstStartThatIsKilledIsBegunAnewAndStoresThatAreKilledComeBack() throws Exception {
        aFirstStartThatIsKilledHalfWay();
        try (EmbeddedStores stores = start()) {
            write(stores);
            addresses = addresses(stores);
            killedOnesComeBackOnTheSamePortWithTheirData(stores);
        }
    }

    private static void aFirstStartThatIsKilledHalfWay() throws Exception {
        Path graph = DATA.resolve("neo4j/data");
        Process parent = parent();
        while (Files.notExists(graph.resolve("databases/neo4j/neostore.indexstats.db"))) {
            assertThat(parent.isAlive()).isTrue();
            Thread.sleep(1);
        }
        List<ProcessHandle> killed = parent.descendants().toList();
        parent.destroyForcibly();
        killed.forEach(child -> child.onExit().join());
        // The twenty milliseconds in which Neo4j has made its files and not yet its logs are not always met.
        FileSystemUtils.deleteRecursively(graph.resolve("transactions/neo4j"));
    }

    private static void killedOnesComeBackOnTheSamePortWithTheirData(EmbeddedStores stores) throws Exception {
        Driver killed = driver(stores);
        killed.session().beginTransaction().run(CONSTRAINT).consume();
        long graph = kill(stores.neo4jProcess());
        long index = kill(stores.elasticsearchProcess());
        killed.close();

        Eventually.holds(() -> stores.neo4jProcess().pid() != graph
                && stores.elasticsearchProcess().pid() != index
                && isReady(stores));

        assertWritten(stores);
        aConstraintCutShortByTheDeathIsMadeAnew(stores);
    }

    private static void aConstraintCutShortByTheDeathIsMadeAnew(EmbeddedStores stores) {
        try (Driver driver = driver(stores)) {
            GraphSchema.ensure(driver, RecordModel.read(SdlFile.builtIn().subList(0, 2)), Duration.ofMinutes(1));

            assertThatThrownBy(() -> driver.executableQuery("UNWIND [1, 2] AS n CREATE (:Entity {uid: 'same'})")
                            .execute())
                    .hasMessageContaining("already exists");
        }
    }

    @Test
    @Order(2)
    void storesStopWhenTheirParentIsKilledAndDataAddressesAndPasswordsSurvive() throws Exception {
        Process parent = parent();
        String[] ready;
        try (BufferedReader lines = parent.inputReader()) {
            ready = String.valueOf(lines.readLine()).split(" ");
        }
        assertThat(ready).hasSize(3).startsWith("ready");

        parent.destroyForcibly();

        try (EmbeddedStores stores = start()) {
            assertThat(addresses(stores)).isEqualTo(addresses);
            assertWritten(stores);
        }
        assertThat(ProcessHandle.of(Long.parseLong(ready[1]))).isEmpty();
        assertThat(ProcessHandle.of(Long.parseLong(ready[2]))).isEmpty();
    }

    private static Process parent() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        "target/classes" + java.io.File.pathSeparator + "target/test-classes",
                        StoresParent.class.getName(),
                        ROOT.toString(),
                        DATA.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<StoreAddress> addresses(EmbeddedStores stores) {
        return List.of(stores.neo4j(), stores.elasticsearch());
    }

    private static EmbeddedStores start() {
        return EmbeddedStores.start(ROOT, DATA, line -> System.out.println("embedded: " + line));
    }

    private static void write(EmbeddedStores stores) throws IOException {
        try (Driver driver = driver(stores)) {
            driver.executableQuery("CREATE (:Kept {name: 'Trà Đốc'})").execute();
        }
        Stores.clientOf(stores.elasticsearch())
                .index(index -> index.index("kept").id("1").document(Map.of("name", "Trà Đốc")));
    }

    private static void assertWritten(EmbeddedStores stores) throws IOException {
        try (Driver driver = driver(stores)) {
            assertThat(driver.executableQuery("MATCH (k:Kept) RETURN k.name AS name")
                            .execute()
                            .records())
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("name").asString()).isEqualTo("Trà Đốc"));
        }
        ElasticsearchClient client = Stores.clientOf(stores.elasticsearch());
        client.cluster()
                .health(health -> health.index("kept")
                        .waitForStatus(co.elastic.clients.elasticsearch._types.HealthStatus.Yellow));
        assertThat(client.get(get -> get.index("kept").id("1"), Map.class).source())
                .isEqualTo(Map.of("name", "Trà Đốc"));
    }

    private static boolean isReady(EmbeddedStores stores) {
        return stores.neo4jProcess().state() == ChildProcess.State.READY
                && stores.elasticsearchProcess().state() == ChildProcess.State.READY;
    }

    private static long kill(ChildProcess child) {
        long pid = child.pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        return pid;
    }

    private static Driver driver(EmbeddedStores stores) {
        return GraphDatabase.driver(
                stores.neo4j().uri(),
                AuthTokens.basic(stores.neo4j().user(), stores.neo4j().password()));
    }
}
