// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ioc.integrations.MemoryGraph;

/** CSV over HTTP by windows of days, with a credential in the path. */
final class HotspotsOverHttpTest {
    private static final String KEY = "Canary-key/of..FIRMS";
    private static final String HEADER =
            "latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,version,bright_ti5,frp,daynight\n";
    private static final String ROW =
            "15.26210,108.18020,335.42,0.43,0.38,2026-06-28,659,N20,VIIRS,n,2.0NRT,297.11,4.20,D\n";

    @TempDir
    Path danger;

    private final MemoryGraph graph = new MemoryGraph();
    private WireServer server;
    private SourceRunner runner;

    @BeforeEach
    void start() {
        server = new WireServer((exchange, body) -> WireServer.send(
                exchange,
                200,
                "text/csv",
                exchange.getRequestURI().getPath().endsWith("VIIRS_NOAA20_NRT/107.94,15.11,108.47,15.44/5/2026-06-26")
                        ? HEADER + ROW
                        : HEADER));
        Map<String, String> parameters = Map.of(
                "FIRMS_URL",
                server.url() + "/firms",
                "FIRMS_KEY",
                KEY,
                "FIRMS_START",
                "2026-06-21",
                "DANGER_FOLDER",
                danger.toString());
        runner = TestRunner.of(graph, parameters, "forest-fire");
    }

    @AfterEach
    void stop() {
        runner.close();
        server.close();
    }

    private StreamState pull() {
        return runner.runNow("forest-fire").getFirst();
    }

    @Test
    void everySatelliteIsAskedForEveryWindowAndTheNextPullForTheLastDaysOnly() {
        StreamState state = pull();
        assertThat(state.state()).as(state.problem()).isEqualTo(StreamState.State.CURRENT);
        assertThat(graph.live("FireHotspot")).containsOnlyKeys("NOAA-20|20260628T0659|15.26210|108.18020");
        assertThat(server.requests())
                .hasSize(12)
                .first()
                .asString()
                .startsWith(
                        "GET /firms/api/area/csv/Canary-key%2Fof..FIRMS/VIIRS_SNPP_NRT/107.94,15.11,108.47,15.44/5/2026-06-21");

        pull();
        assertThat(server.requests().subList(12, server.requests().size()))
                .hasSize(8)
                .allMatch(r -> r.contains("/2026-06-23") || r.contains("/2026-06-28"));
    }

    @Test
    void aKeyThatIsRefusedInWordsEndsThePullAndIsNeverTold() {
        server.becomes((exchange, body) -> WireServer.send(exchange, 200, "text/plain", "Invalid MAP_KEY."));
        StreamState state = pull();
        assertThat(state.state()).isEqualTo(StreamState.State.FAILED);
        assertThat(state.problem()).isEqualTo("the source does not accept our credentials");
        assertThat(server.requests()).hasSize(1);
        assertThat(graph.live("FireHotspot")).isEmpty();

        server.becomes(WireServer.status(503));
        assertThat(pull().problem()).isEqualTo("the source answered with status 503");
        server.close();
        assertThat(pull().problem()).startsWith("no whole answer came");
        assertThat(graph.notes() + runner.states().toString()).doesNotContain("Canary-key");
    }

    @Test
    void wordsThatAreNoTableAreNotTakenForAnEmptyOne() {
        server.becomes((exchange, body) -> WireServer.send(exchange, 200, "text/plain", "Invalid area."));
        StreamState state = pull();
        assertThat(state.state()).isEqualTo(StreamState.State.FAILED);
        assertThat(state.problem()).isEqualTo("the answer has no header line with all columns of the manifest");
        assertThat(graph.live("FireHotspot")).isEmpty();
    }
}
