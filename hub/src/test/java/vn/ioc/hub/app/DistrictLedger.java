// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the stand-in says is true, beside what a hub answers; both as a line of facts by key. */
final class DistrictLedger {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> LEVELS = List.of("", "I", "II", "III", "IV", "V");

    private final RunningHub hub;
    private final String token;

    DistrictLedger(RunningHub hub, String token) {
        this.hub = hub;
        this.token = token;
    }

    void agreesOnCameras() throws IOException, InterruptedException {
        assertThat(graph(
                        "cameras",
                        "code status { code } kind { code }",
                        n -> n.at("/status/code").asString()))
                .isEqualTo(ledger(
                        "cameras",
                        r -> r.path("id").asString(),
                        f -> f.path("state").asString()));
    }

    void agreesOnRankings() throws IOException, InterruptedException {
        assertThat(graph("parRankings", "code index rank", n -> n.path("index").asDouble() + " " + n.path("rank")))
                .isEqualTo(ledger(
                        "reform",
                        r -> r.path("id").asString(),
                        f -> Double.parseDouble(f.path("percent").asString()) + " "
                                + f.path("rank").asString()));
    }

    void agreesOnSchools() throws IOException, InterruptedException {
        assertThat(graph(
                        "schoolYears",
                        "code pupils classes sites",
                        n -> n.path("pupils") + " " + n.path("classes") + " " + n.path("sites")))
                .isEqualTo(ledger(
                        "education",
                        r -> r.path("id").asString(),
                        f -> f.path("SO_HS").asString() + " " + f.path("SO_LOP").asString() + " "
                                + f.path("SO_DIEM_TRUONG").asString()));
    }

    void agreesOnDangerLevels() throws IOException, InterruptedException {
        assertThat(graph(
                        "fireDangers",
                        "code level { code }",
                        n -> n.at("/level/code").asString()))
                .isEqualTo(ledger(
                        "danger",
                        r -> r.path("id").asString(),
                        f -> LEVELS.get(Integer.parseInt(f.path("level").asString()))));
    }

    /** The graph has also the days without a visit, on which beds are counted; the ledger tells of visits only. */
    void agreesOnVisits() throws IOException, InterruptedException {
        Map<String, String> told = ledger(
                "health",
                r -> r.path("id").asString(),
                f -> f.path("LUOT").asString() + " " + f.path("NOI_TRU").asString() + " "
                        + f.path("SINH").asString());
        told.keySet().removeIf(id -> !id.contains("|"));
        Map<String, String> counted = graph(
                "healthDailies",
                "code visits inpatients births",
                n -> n.path("visits") + " " + n.path("inpatients") + " " + n.path("births"));
        assertThat(counted).containsAllEntriesOf(told);
        counted.keySet().removeAll(told.keySet());
        assertThat(counted.values()).containsOnly("0 0 0");
    }

    /** @param from the day from which on hotspots are read */
    void agreesOnHotspots(String from) throws IOException, InterruptedException {
        Map<String, String> told = ledger("firms", r -> hotspot(r.path("id").asString()), f -> "");
        told.keySet().removeIf(code -> code.split("\\|")[1].compareTo(from.replace("-", "")) < 0);
        assertThat(told).isNotEmpty();
        assertThat(graph("fireHotspots", "code", n -> "").keySet())
                .extracting(code -> code.substring(code.indexOf('|')))
                .containsExactlyInAnyOrderElementsOf(told.keySet().stream()
                        .map(code -> code.substring(code.indexOf('|')))
                        .toList());
    }

    /** From the wire's {@code N20|2026-06-28|659|lat|lon} to the record's key, but for the satellite's name. */
    private static String hotspot(String id) {
        List<String> parts = new ArrayList<>(List.of(id.split("\\|")));
        String time = "0000" + parts.remove(2);
        parts.set(1, parts.get(1).replace("-", "") + "T" + time.substring(time.length() - 4));
        return String.join("|", parts);
    }

    private Map<String, String> ledger(String system, Function<JsonNode, String> key, Function<JsonNode, String> facts)
            throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(
                hub.get(hub.control() + "/control/ledger?system=" + system).body());
        Map<String, String> told = new TreeMap<>();
        for (JsonNode entry : answer.path(system).path("records")) {
            if (entry.path("state").asString().equals("LIVE")) {
                told.put(key.apply(entry), facts.apply(entry.path("facts")));
            }
        }
        assertThat(told).as(system).isNotEmpty();
        return told;
    }

    private Map<String, String> graph(String list, String fields, Function<JsonNode, String> facts)
            throws IOException, InterruptedException {
        Map<String, String> found = new TreeMap<>();
        String after = "";
        while (true) {
            JsonNode page = hub.ask(
                            token,
                            "{ page: " + list + "(first: 100" + after + ") { edges { node { " + fields
                                    + " } } pageInfo { hasNextPage endCursor } } }")
                    .at("/data/page");
            assertThat(page.isObject()).as(list).isTrue();
            page.at("/edges")
                    .forEach(edge -> found.put(edge.at("/node/code").asString(), facts.apply(edge.at("/node"))));
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                return found;
            }
            after = ", after: \"" + page.at("/pageInfo/endCursor").asString() + "\"";
        }
    }
}
