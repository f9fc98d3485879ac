// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** kill -9 of the hub while records flow, then the same command: nothing lost, nothing twice. */
final class KillIT {
    private static final Path WORK = Path.of("target", "kill").toAbsolutePath();
    private static final int DOCUMENTS = 387;
    private static final String COUNTS =
            "{ petitions { totalCount } documents { totalCount } contacts { totalCount } organizations { totalCount } areas { totalCount } }";

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        RunningHub.delete(WORK);
        Random moments = new Random(515);
        try (RunningHub hub = new RunningHub(WORK.resolve("data"))) {
            for (int round = 0; round < 3; round++) {
                Thread.sleep(moments.nextInt(2500));
                hub.killAndRestart();
            }
            String leader = hub.token("leader");
            // What the same district gives without a kill: it is deterministic by its seed.
            JsonNode counts = hub.await(
                    leader,
                    COUNTS,
                    a -> a.at("/data/petitions/totalCount").asInt() >= 60
                            && a.at("/data/documents/totalCount").asInt() >= DOCUMENTS
                            && a.at("/data/areas/totalCount").asInt() >= 153,
                    Duration.ofSeconds(180));
            assertThat(counts.at("/data/petitions/totalCount").asInt()).isEqualTo(60);
            assertThat(counts.at("/data/contacts/totalCount").asInt()).isEqualTo(60);
            assertThat(counts.at("/data/documents/totalCount").asInt()).isEqualTo(DOCUMENTS);
            JsonNode searched = hub.await(
                    leader,
                    "{ search(query: \"\", where: {type: {in: [\"Petition\"]}}) { totalCount } }",
                    a -> a.at("/data/search/totalCount").asInt() == 60,
                    Duration.ofSeconds(120));
            assertThat(searched.at("/data/search/totalCount").asInt()).isEqualTo(60);
            hub.ioc("source", "run", "smart-btm");
            hub.ioc("source", "run", "qoffice");
            assertThat(hub.ask(leader, COUNTS).at("/data")).isEqualTo(counts.at("/data"));
        }
    }
}
