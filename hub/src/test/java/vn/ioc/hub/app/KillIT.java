// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** kill -9 of the hub while it makes its graph and while records flow, then the same command: what the district's ledger says is there, once. */
final class KillIT {
    private static final Path WORK = Path.of("target", "kill").toAbsolutePath();
    private static final Duration ARRIVAL = Duration.ofMinutes(4);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String COUNTS =
            "{ petitions { totalCount } documents { totalCount } contacts { totalCount } }";

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        DistrictHub.stop();
        RunningHub.delete(WORK);
        Random moments = new Random(515);
        try (RunningHub hub = RunningHub.begin(WORK.resolve("data"))) {
            hub.awaitLine("neo4j is ready");
            Thread.sleep(moments.nextInt(12_000));
            hub.killAndRestart();
            Thread.sleep(moments.nextInt(12_000));
            hub.killAndRestart();
            String leader = hub.token("leader");
            Set<String> documents = live(hub, "qoffice");
            Set<String> petitions = live(hub, "petitions");
            JsonNode counts = hub.await(
                    leader,
                    COUNTS,
                    a -> a.at("/data/petitions/totalCount").asInt() >= petitions.size()
                            && a.at("/data/documents/totalCount").asInt() >= documents.size(),
                    ARRIVAL);
            assertThat(keys(hub, leader, "documents", "documentId")).isEqualTo(documents);
            assertThat(keys(hub, leader, "petitions", "code")).isEqualTo(petitions);
            assertThat(counts.at("/data/documents/totalCount").asInt()).isEqualTo(documents.size());
            assertThat(counts.at("/data/petitions/totalCount").asInt()).isEqualTo(petitions.size());
            assertThat(counts.at("/data/contacts/totalCount").asInt()).isEqualTo(petitions.size());
            hub.await(
                    leader,
                    "{ search(query: \"\", where: {type: {in: [\"Petition\"]}}) { totalCount } }",
                    a -> a.at("/data/search/totalCount").asInt() == petitions.size(),
                    ARRIVAL);
            hub.ioc("source", "run", "smart-btm");
            hub.ioc("source", "run", "qoffice");
            assertThat(hub.ask(leader, COUNTS).at("/data")).isEqualTo(counts.at("/data"));
        }
    }

    /** What the source itself holds, as the stand-in district accounts for it. */
    private static Set<String> live(RunningHub hub, String system) throws IOException, InterruptedException {
        JsonNode ledger = JSON.readTree(
                hub.get(hub.control() + "/control/ledger?system=" + system).body());
        Set<String> live = ledger.at("/" + system + "/records")
                .valueStream()
                .filter(record -> record.at("/state").asString().equals("LIVE"))
                .map(record -> record.at("/id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(live).as(system).isNotEmpty();
        return live;
    }

    private static Set<String> keys(RunningHub hub, String token, String list, String key)
            throws IOException, InterruptedException {
        Set<String> keys = new TreeSet<>();
        String page = "query($after: String) { page: " + list
                + "(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { " + key + " } } } }";
        JsonNode answer = hub.ask(token, page);
        keys.addAll(answer.findValuesAsString(key));
        while (answer.at("/data/page/pageInfo/hasNextPage").asBoolean()) {
            answer = hub.ask(
                    token,
                    page,
                    Map.of("after", answer.at("/data/page/pageInfo/endCursor").asString()));
            keys.addAll(answer.findValuesAsString(key));
        }
        return keys;
    }
}
