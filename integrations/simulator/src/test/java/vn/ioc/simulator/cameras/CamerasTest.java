// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ioc.simulator.Asking;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Pushing;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.SourceSystem;

class CamerasTest {
    private final SourceSystem cameras = Asking.system("cameras", 7, 1);

    @Test
    void thereAre45CamerasAndTwoTimesTwoAssistances() {
        assertThat(list("/api/v1/devices", Map.of("pageSize", "500")))
                .hasSize(45)
                .extracting(d -> d.get("deviceName").asString())
                .doesNotHaveDuplicates();
        Map<String, Long> units = list("/api/v1/supports", Map.of()).stream()
                .collect(Collectors.groupingBy(s -> s.get("unitName").asString(), Collectors.counting()));
        assertThat(units).isEqualTo(Map.of("UBND huyện Nam Trà My", 2L, "UBND huyện Tiên Phước", 2L));
    }

    @Test
    void theLastEventOfACameraIsItsState() {
        Map<String, Integer> last = list("/api/v1/events", Map.of("pageSize", "500")).stream()
                .collect(Collectors.toMap(
                        e -> e.get("deviceId").asString(), e -> e.get("status").asInt(), (a, b) -> b));
        assertThat(last).hasSize(45);
        assertThat(list("/api/v1/devices", Map.of()))
                .allSatisfy(d -> assertThat(d.get("status").asInt())
                        .isEqualTo(last.get(d.get("deviceId").asString())));
        assertThat(last.values()).contains(0, 1);
    }

    @Test
    void aChangedStateIsTheEventAfterTheLastOne() {
        List<JsonNode> events = list("/api/v1/events", Map.of("pageSize", "500"));
        String last = events.getLast().get("eventId").asString();
        LedgerEntry edited = cameras.edit("CAM-0001");
        assertThat(list("/api/v1/events", Map.of("afterId", last)))
                .singleElement()
                .satisfies(e -> assertThat(e.get("status").asString())
                        .isEqualTo(edited.facts().get("state")));
        assertThat(list("/api/v1/devices", Map.of("updatedSince", "2026-11-24T00:00:00+07:00")))
                .hasSize(1);
        cameras.delete("CAM-0002", false);
        assertThat(list("/api/v1/devices", Map.of("pageSize", "500"))).hasSize(44);
    }

    @Test
    void everyDeviceCarriesAStreamAddressThatNobodyMayKeep() {
        assertThat(list("/api/v1/devices", Map.of()))
                .allSatisfy(d -> assertThat(d.get("rtspUrl").asString())
                        .contains("Canary-RTSP-" + d.get("deviceId").asString()));
    }

    @Test
    void onvifAnswersAndNotifiesInSoap() {
        Answer answer = Asking.get(cameras, "/onvif/CAM-0007", Map.of());
        assertThat(answer.contentType()).startsWith("application/soap+xml");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("<tds:HardwareId>CAM-0007</tds:HardwareId>");
        Pushing.Notice notice = ((Pushing) cameras).next();
        assertThat(new String(notice.body(), StandardCharsets.UTF_8))
                .contains("tns1:Device/Trigger/DigitalInput")
                .contains("Value=\"" + notice.changed().id() + "\"");
    }

    @Test
    void withoutItsKeyItRefuses() {
        Request request = new Request("GET", "/api/v1/devices", Map.of(), Map.of(), new byte[0]);
        assertThat(cameras.answer(request).status()).isEqualTo(401);
    }

    private List<JsonNode> list(String path, Map<String, String> query) {
        JsonNode list =
                Asking.json(Asking.get(cameras, path, query)).get("data").get("list");
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
