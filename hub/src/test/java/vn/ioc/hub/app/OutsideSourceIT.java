// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A new kind of record from outside the repository: an SDL file and a source folder, no Java. */
final class OutsideSourceIT {
    private static final Path OUTSIDE =
            Path.of("src", "test", "resources", "outside").toAbsolutePath();
    private static final Path WORK = Path.of("target", "outside").toAbsolutePath();

    @Test
    void aTypeFromOutsideIsQueriedFilteredPagedAndSearched() throws Exception {
        DistrictHub.stop();
        RunningHub.delete(WORK);
        try (RunningHub hub = new RunningHub(
                WORK.resolve("data"),
                Map.of("HUB_SCHEMA", OUTSIDE.resolve("schema").toString()),
                "--no-district",
                "--sources",
                OUTSIDE.resolve("sources").toString())) {
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
            assertThat(first.at("/data/gauges/edges/1/node/place/code").asString())
                    .isEqualTo("20926");
            assertThat(first.at("/data/gauges/pageInfo/hasNextPage").asBoolean())
                    .isTrue();
            assertThat(first.at("/data/working/totalCount").asInt()).isEqualTo(1);
            assertThat(first.at("/data/area/gauges/edges/0/node/code").asString())
                    .isEqualTo("TG01");
            assertThat(first.at("/data/gauge/since").asString()).isEqualTo("2018-03-15");
            JsonNode second = hub.ask(
                    leader,
                    "query($c: String!) { gauges(orderBy: [{elevation: DESC}], first: 2, after: $c) { edges { node { code } } pageInfo { hasNextPage } } }",
                    Map.of("c", first.at("/data/gauges/pageInfo/endCursor").asString()));
            assertThat(second.at("/data/gauges/edges").findValuesAsString("code"))
                    .containsExactly("TG03");
            JsonNode found = hub.ask(
                    leader,
                    "{ search(query: \"trạm\", where: {sector: {eq: \"WATER\"}}, facets: [STATE]) { totalCount facets { values { value count } } edges { node { __typename ... on Gauge { elevation } } } } }");
            assertThat(found.at("/data/search/totalCount").asInt())
                    .as(found.toString())
                    .isEqualTo(3);
            assertThat(found.at("/data/search/facets/0/values/0/count").asInt()).isEqualTo(2);
            assertThat(hub.ask(
                                    leader,
                                    "{ search(query: \"tram suoi da\", first: 1) { edges { node { __typename } } } }")
                            .at("/data/search/edges/0/node/__typename")
                            .asString())
                    .as("its three words are found together before records that have some of them")
                    .isEqualTo("Gauge");
            assertThat(hub.ask(hub.token("officer"), "{ gauges { totalCount } }")
                            .at("/data/gauges/totalCount")
                            .asInt())
                    .isZero();
        }
    }
}
