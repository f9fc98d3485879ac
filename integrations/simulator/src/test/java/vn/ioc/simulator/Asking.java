// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Setting;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.SourceSystem;

/** Asks systems without a network. */
public final class Asking {
    public static final String TOKEN = "t0ken";
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Map<String, String> HEADERS =
            Map.of("token", TOKEN, "authorization", "Bearer " + TOKEN, "organization-id", "515", "x-api-key", TOKEN);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Asking() {}

    public static List<SourceSystem> systems(long seed, int scale) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);
        return StandIn.systems(District.of(new Setting(seed, TODAY, scale), clock), TOKEN);
    }

    public static SourceSystem system(String name, long seed, int scale) {
        return named(systems(seed, scale), name);
    }

    public static SourceSystem named(List<SourceSystem> systems, String name) {
        return systems.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    public static Answer get(SourceSystem system, String path, Map<String, String> query) {
        return system.answer(new Request("GET", path, query, HEADERS, new byte[0]));
    }

    public static JsonNode post(SourceSystem system, String path, Map<String, Object> body) {
        byte[] bytes = JSON.writeValueAsString(new LinkedHashMap<>(body)).getBytes(StandardCharsets.UTF_8);
        return json(system.answer(new Request("POST", path, Map.of(), HEADERS, bytes)));
    }

    public static JsonNode json(Answer answer) {
        return JSON.readTree(answer.body());
    }
}
