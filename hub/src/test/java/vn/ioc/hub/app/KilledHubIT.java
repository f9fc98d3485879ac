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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hub with a kind of record from outside the repository (an SDL file and a source folder, no Java), killed by kill -9 while
 * it makes its graph and while records flow, and started again by the same command.
 */
final class KilledHubIT {
    private static final Path OUTSIDE =
            Path.of("src", "test", "resources", "outside").toAbsolutePath();
    private static final Path WORK = Path.of("target", "killed-hub").toAbsolutePath();
    private static final Duration ARRIVAL = Duration.ofMinutes(4);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String COUNTS =
            "{ petitions { totalCount } documents { totalCount } contacts { totalCount } }";
    private static RunningHub hub;

    @BeforeAll
    static void startAndKill() throws Exception {
        DistrictHub.stop();
        RunningHub.delete(WORK);
        Random moments = new Random(515);
        hub = RunningHub.begin(
                WORK.resolve("data"),
                Map.of("HUB_SCHEMA", OUTSIDE.resolve("schema").toString()),
                "--sources",
                OUTSIDE.resolve("sources").toString());
        hub.awaitLine("neo4j is ready");
        Thread.sleep(moments.nextInt(10_000));
        hub.killAndRestart();
        Thread.sleep(moments.nextInt(10_000));
        hub.killAndRestart();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        hub.close();
    }

    /** What the district's ledger says is there, once. */
    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        String leader = hub.token("leader");
        Set<String> documents = live("qoffice");
        Set<String> petitions = live("petitions");
        JsonNode counts = hub.await(
                leader,
                COUNTS,
                a -> a.at("/data/petitions/totalCount").asInt() >= petitions.size()
                        && a.at("/data/documents/totalCount").asInt() >= documents.size(),
                ARRIVAL);
        assertThat(keys(leader, "documents", "documentId")).isEqualTo(documents);
        assertThat(keys(leader, "petitions", "code")).isEqualTo(petitions);
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

    @Test
    void aTypeFromOutsideIsQueriedFilteredPagedAndSearched() throws Exception {
        String leader = hub.token("leader");
        hub.await(
                leader,
                "{ search(query: \"tram suoi da\", where: {sector: {eq: \"WATER\"}}) { totalCount } gauges { totalCount } }",
                a -> a.at("/data/search/totalCount").asInt() == 1
                        && a.at("/data/gauges/totalCount").asInt() == 3,
                Duration.ofMinutes(3));
        JsonNode first = hub.ask(leader, """
                { gauges(orderBy: [{elevation: DESC}], first: 2) {
                    edges { node { code elevation place { code } operator { name } } }
                    pageInfo { hasNextPage endCursor } }
                  working: gauges(where: {state: {eq: "hoạt động"}, elevation: {gte: 500}}) { totalCount }
                  area: area(scheme: "pre-2025-07", code: "20926") { gauges { totalCount edges { node { code } } } }
                  gauge(code: "TG03") { name since } }
                """);
        assertThat(first.at("/errors").isMissingNode()).as(first.toString()).isTrue();
        assertThat(first.at("/data/gauges/edges").findValuesAsString("elevation"))
                .containsExactly("610", "420");
        assertThat(first.at("/data/gauges/edges/1/node/place/code").asString()).isEqualTo("20926");
        assertThat(first.at("/data/gauges/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(first.at("/data/working/totalCount").asInt()).isEqualTo(1);
        assertThat(first.at("/data/area/gauges/edges/0/node/code").asString()).isEqualTo("TG01");
        assertThat(first.at("/data/gauge/since").asString()).isEqualTo("2018-03-15");
        JsonNode second = hub.ask(
                leader,
                "query($c: String!) { gauges(orderBy: [{elevation: DESC}], first: 2, after: $c) { edges { node { code } } pageInfo { hasNextPage } } }",
                Map.of("c", first.at("/data/gauges/pageInfo/endCursor").asString()));
        assertThat(second.at("/data/gauges/edges").findValuesAsString("code")).containsExactly("TG03");
        JsonNode found = hub.ask(
                leader,
                "{ search(query: \"trạm\", where: {sector: {eq: \"WATER\"}}, facets: [STATE]) { totalCount facets { values { value count } } edges { node { __typename ... on Gauge { elevation } } } } }");
        assertThat(found.at("/data/search/totalCount").asInt())
                .as(found.toString())
                .isEqualTo(3);
        assertThat(found.at("/data/search/facets/0/values/0/count").asInt()).isEqualTo(2);
        assertThat(hub.ask(leader, "{ search(query: \"tram suoi da\", first: 1) { edges { node { __typename } } } }")
                        .at("/data/search/edges/0/node/__typename")
                        .asString())
                .as("its three words are found together before records that have some of them")
                .isEqualTo("Gauge");
        assertThat(hub.ask(hub.token("officer"), "{ gauges { totalCount } }")
                        .at("/data/gauges/totalCount")
                        .asInt())
                .isZero();
    }

    /** What the source itself holds, as the stand-in district accounts for it. */
    private static Set<String> live(String system) throws IOException, InterruptedException {
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

    private static Set<String> keys(String token, String list, String key) throws IOException, InterruptedException {
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
