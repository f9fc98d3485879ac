// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.MemoryGraph;
import vn.ioc.integrations.Sources;

/** ONVIF notifications that are pushed. */
final class PushedEventsTest {
    private final MemoryGraph graph = new MemoryGraph();
    private final SourceRunner runner = new SourceRunner(
            List.of(Sources.catalog().find("cameras").orElseThrow()),
            Sources.catalog().codes(),
            graph,
            RunnerSettings.of(
                    name -> Optional.ofNullable(Map.of("CAMERAS_KEY", "k").get(name)),
                    Sources.HMAC,
                    Clock.systemUTC()));

    @AfterEach
    void stop() {
        runner.close();
    }

    private static byte[] notification() throws Exception {
        Path folder = Sources.catalog().find("cameras").orElseThrow().folder();
        return Files.readAllBytes(folder.resolve("samples/notify-status.xml"));
    }

    @Test
    void aNotificationIsTakenOnceHoweverOftenItIsSent() throws Exception {
        StreamState state = runner.push("cameras", notification());
        assertThat(state.state()).as(state.problem()).isEqualTo(StreamState.State.CURRENT);
        assertThat(state.tally().accepted()).isEqualTo(2);
        assertThat(runner.push("cameras", notification()).tally().unchanged()).isEqualTo(2);
        assertThat(graph.live("CameraStatus")).containsOnlyKeys("cameras/CAM-001|20260630091500");
    }

    @Test
    void externalEntitiesAndHalfDocumentsAreRejectedAndLeaveNothing() {
        String hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Envelope>&e;</Envelope>";
        StreamState state = runner.push("cameras", hostile.getBytes(StandardCharsets.UTF_8));
        assertThat(state.tally().rejected()).isEqualTo(1);
        assertThat(runner.push("cameras", "<Envelope><Body>".getBytes(StandardCharsets.UTF_8))
                        .tally()
                        .rejected())
                .isEqualTo(1);
        assertThat(graph.live("CameraStatus")).isEmpty();
        assertThat(graph.pages().toString()).doesNotContain("passwd");
    }

    @Test
    void aGraphThatIsAwayTakesNothingAndSaysSo() throws Exception {
        graph.makeUnreachable(true);
        assertThat(runner.push("cameras", notification()).state()).isEqualTo(StreamState.State.FAILED);
        graph.makeUnreachable(false);
        assertThat(runner.push("cameras", notification()).tally().accepted()).isEqualTo(2);
        assertThatThrownBy(() -> runner.push("smart-btm", notification())).isInstanceOf(RunnerException.class);
    }
}
