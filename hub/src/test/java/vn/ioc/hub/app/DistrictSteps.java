// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;

/** What a hub must show that reads all sources of the stand-in district. */
final class DistrictSteps {
    private static final Duration ARRIVAL = Duration.ofSeconds(180);

    private final RunningHub hub;
    private final String leader;

    DistrictSteps(RunningHub hub, String leader) {
        this.hub = hub;
        this.leader = leader;
    }

    void oneQueryGivesTheArticlesFigures() throws Exception {
        JsonNode data = hub.await(
                        leader,
                        DistrictQuestions.FIGURES,
                        a -> a.at("/data/procedures/totalCount").asInt() >= 261
                                && a.at("/data/onTime/0/whole").asInt() >= 800
                                && a.at("/data/cameras/totalCount").asInt() >= 45
                                && a.at("/data/tienPhuoc/totalCount").asInt() >= 2
                                && a.at("/data/rankings/edges").size() >= 2
                                && !a.at("/data/online/0/reported/0/figures/edges/0")
                                        .isMissingNode(),
                        ARRIVAL)
                .at("/data");
        assertThat(data.at("/procedures/totalCount").asInt())
                .as(data.toString())
                .isEqualTo(261);
        assertThat(data.at("/partlyOnline/totalCount").asInt()).isEqualTo(12);
        assertThat(data.at("/fullyOnline/totalCount").asInt()).isEqualTo(217);
        assertThat(data.at("/sameDay/totalCount").asInt()).isEqualTo(54);
        assertThat(data.at("/shortened/totalCount").asInt()).isEqualTo(20);
        assertThat(data.at("/petitions/totalCount").asInt()).isEqualTo(60);
        JsonNode onTime = data.at("/onTime/0");
        assertThat(onTime.at("/rules").asString()).isEqualTo("on-time-2023");
        assertThat(onTime.at("/explanation").asString()).contains("ngày hẹn trả");
        assertThat(share(onTime, "district")).isCloseTo(91, Offset.offset(0.05));
        assertThat(share(onTime, "commune")).isCloseTo(96.7, Offset.offset(0.05));
        assertThat(data.at("/documents/0/value").asDouble()).isBetween(90.0, 100.0);
        assertThat(data.at("/flagged/totalCount").asInt()).isPositive();
        assertThat(data.at("/cameras/totalCount").asInt()).isEqualTo(45);
        assertThat(data.at("/namTraMy/totalCount").asInt()).isEqualTo(2);
        assertThat(data.at("/tienPhuoc/totalCount").asInt()).isEqualTo(2);
        assertThat(data.at("/rankings/edges").findValuesAsString("year")).containsExactly("2022", "2021");
        assertThat(data.at("/rankings/edges").findValuesAsString("rank")).containsExactly("1", "2");
        assertThat(data.at("/rankings/edges/0/node/index").asDouble()).isEqualTo(91.44);
        assertThat(onTime.at("/reported").findValuesAsString("period")).containsOnly("2023-Q1");
        assertThat(onTime.at("/reported/0/value").asDouble()).isCloseTo(91, Offset.offset(0.05));
        assertThat(onTime.at("/reported/1/figures/edges/0/node/value").asDouble())
                .isEqualTo(96.7);
    }

    void theReportedShareStandsBesideTheComputedOneWithBothExplained() throws Exception {
        JsonNode online = hub.await(
                        leader,
                        DistrictQuestions.FIGURES,
                        a -> a.at("/data/online/0/whole").asInt() >= 261
                                && !a.at("/data/online/0/reported/0/figures/edges/0")
                                        .isMissingNode(),
                        ARRIVAL)
                .at("/data/online/0");
        assertThat(online.at("/value").asDouble()).as(online.toString()).isCloseTo(83.14, Offset.offset(0.01));
        assertThat(online.at("/part").asInt()).isEqualTo(217);
        JsonNode beside = online.at("/reported/0");
        JsonNode figure = beside.at("/figures/edges/0/node");
        assertThat(figure.at("/value").asDouble()).isEqualTo(83);
        assertThat(figure.at("/unit").asString()).isEqualTo("%");
        assertThat(figure.at("/report").asString()).contains("45/BC-UBND");
        assertThat(beside.at("/value").asDouble()).isEqualTo(online.at("/value").asDouble());
        assertThat(online.at("/explanation").asString()).contains("toàn trình");
        assertThat(online.at("/english").asString()).contains("level 4");
        assertThat(beside.at("/explanation").asString()).contains("làm tròn");
        assertThat(beside.at("/english").asString()).contains("rounded");
    }

    private static double share(JsonNode indicator, String level) {
        return indicator
                .at("/groups")
                .valueStream()
                .filter(g -> g.at("/keys/0/value").asString().equals(level))
                .findFirst()
                .orElseThrow()
                .at("/value")
                .asDouble();
    }

    void oneQueryForACommuneGivesWhatIsThereBeforeAndAfterJuly2025() throws Exception {
        JsonNode area = hub.await(
                        leader,
                        DistrictQuestions.TRA_TAN,
                        a -> DistrictQuestions.OF_TRA_TAN.stream()
                                        .allMatch(count -> a.at("/data/area/" + count + "/totalCount")
                                                        .asInt()
                                                > 0)
                                && a.at("/data/area").findValues("parRankings").size() == 2,
                        ARRIVAL)
                .at("/data/area");
        assertThat(area.at("/dossiers/edges").findValuesAsString("name")).contains("Trà Giác", "Trà Tân");
        assertThat(area.at("/predecessors/edges").valueStream())
                .extracting(e -> e.at("/node/parent/parRankings/totalCount").asInt())
                .containsExactly(4, 4);
    }

    void whatTheDistrictSaysIsWhatTheGraphHolds() throws Exception {
        hub.await(
                leader,
                DistrictQuestions.ARRIVED,
                a -> a.at("/data")
                                .valueStream()
                                .allMatch(list -> list.at("/totalCount").asInt() > 0)
                        && a.at("/data/fireDangers/totalCount").asInt() >= 2700
                        && a.at("/data/healthDailies/totalCount").asInt() >= 2680,
                ARRIVAL);
        DistrictLedger ledger = new DistrictLedger(hub, leader);
        ledger.agreesOnCameras();
        ledger.agreesOnRankings();
        ledger.agreesOnSchools();
        ledger.agreesOnDangerLevels();
        ledger.agreesOnVisits();
        ledger.agreesOnHotspots("2025-01-01");
    }

    void aCameraThatIsInTheListNoMoreIsGone() throws Exception {
        String changed =
                hub.postTo(hub.control() + "/control/add?system=cameras", "").body();
        String code = changed.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        String known = "{ cameras(where: {code: {eq: \"" + code + "\"}}) { totalCount } }";
        assertThat(hub.ioc("source", "run", "cameras")).startsWith("0");
        assertThat(hub.ask(leader, known).at("/data/cameras/totalCount").asInt())
                .as(changed)
                .isEqualTo(1);
        hub.postTo(hub.control() + "/control/delete?system=cameras&how=vanish&id=" + code, "");
        assertThat(hub.ioc("source", "run", "cameras")).startsWith("0");
        assertThat(hub.ask(leader, known).at("/data/cameras/totalCount").asInt())
                .isZero();
        assertThat(hub.ioc("source", "approve", "cameras")).startsWith("0", "cameras: nothing waits to be approved");
        assertThat(hub.ioc("source", "pause", "cameras")).startsWith("0", "cameras: PAUSED");
        assertThat(hub.ioc("source", "run", "cameras")).startsWith("1");
        assertThat(hub.ioc("source", "resume", "cameras")).startsWith("0");
        assertThat(hub.ioc("source", "run", "cameras")).startsWith("0");
    }

    void documentsArePushedWithTheScopeOfTheirSourceAndTakenOnce() throws Exception {
        PushedDocuments cameras = new PushedDocuments(hub, "cameras");
        cameras.onlyTheScopeOfTheSourceOpensTheDoor(leader);
        cameras.whatIsNoDocumentIsRefused();
        // Of a camera that no inventory holds: kept as a fact, and in no list.
        cameras.aDocumentIsTakenOnceHoweverOftenItIsSent("CAM-7777", "2026-06-30T02:15:00Z");
        JsonNode known = hub.ask(
                leader, "{ cameras(where: {code: {eq: \"CAM-7777\"}}) { totalCount edges { node { name } } } }");
        assertThat(known.at("/data/cameras/totalCount").asInt())
                .as(known.toString())
                .isZero();
    }

    void theKeyThatStandsInTheAddressOfTheFireServiceIsInNoLogAndNoStore() throws Exception {
        Path keyFile = hub.data().resolve("secrets/district-token.key");
        String key = Files.readString(keyFile).strip();
        assertThat(Traces.of(key, hub.data())).containsExactly(keyFile);
        assertThat(String.join("\n", hub.output())).doesNotContain(key);
    }
}
