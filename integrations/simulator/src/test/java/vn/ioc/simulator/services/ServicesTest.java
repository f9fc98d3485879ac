// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ioc.simulator.Asking;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.SourceSystem;

class ServicesTest {
    private final List<SourceSystem> systems = Asking.systems(7, 1);
    private final SourceSystem portal = Asking.named(systems, "portal");
    private final SourceSystem igate = Asking.named(systems, "igate");

    @Test
    void proceduresAreTheOnesOfTheArticle() {
        List<JsonNode> rows = rows("LayDanhSachTTHC", Map.of());
        assertThat(rows)
                .hasSize(261)
                .extracting(r -> r.get("MaTTHC").asString())
                .doesNotHaveDuplicates();
        assertThat(rows).filteredOn(r -> text(r, "MucDoDVC").equals("3")).hasSize(12);
        assertThat(rows).filteredOn(r -> text(r, "MucDoDVC").equals("4")).hasSize(217);
        assertThat(rows)
                .filteredOn(r -> text(r, "DonViThoiHan").equals("Trong ngày"))
                .hasSize(54)
                .allMatch(r -> text(r, "CapThucHien").equals("Cấp Xã"));
        assertThat(rows)
                .filteredOn(r -> number(r, "ThoiHanGiaiQuyet") != number(r, "ThoiHanTheoQuyDinh"))
                .hasSize(20)
                .allMatch(r -> number(r, "ThoiHanGiaiQuyet") * 10 == number(r, "ThoiHanTheoQuyDinh") * 9);
    }

    @Test
    void dossiersGiveTheRatesOfTheArticleThenAndOverAllYears() {
        Map<String, Boolean> communes = rows("LayDanhSachTTHC", Map.of()).stream()
                .collect(Collectors.toMap(
                        r -> text(r, "MaTTHC").substring(0, 8),
                        r -> text(r, "CapThucHien").equals("Cấp Xã")));
        LocalDate article = LocalDate.of(2023, 3, 31);
        List<JsonNode> all = rows("DongBoHoSoMC", Map.of());
        for (LocalDate until : List.of(article, Asking.TODAY)) {
            for (boolean ofCommune : List.of(false, true)) {
                List<JsonNode> handled = all.stream()
                        .filter(r -> List.of("7", "9", "10").contains(text(r, "TrangThaiHoSo")))
                        .filter(r -> communes.get(text(r, "MaTTHC").substring(0, 8)) == ofCommune)
                        .filter(r -> !day(r, "NgayKetThucXuLy").isAfter(until))
                        .toList();
                long good = handled.stream().filter(ServicesTest::earlyOrOnTime).count();
                assertThat(Math.round(good * 1000.0 / handled.size()) / 10.0).isEqualTo(ofCommune ? 96.7 : 91.0);
            }
        }
    }

    @Test
    void codesNameTheBodyTheDayAndARunningNumber() {
        List<JsonNode> rows = rows("DongBoHoSoMC", Map.of());
        assertThat(rows)
                .extracting(r -> text(r, "MaHoSo"))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("000\\.\\d\\d\\.\\d\\d\\.H(47|17)-\\d{6}-\\d{4}"));
        assertThat(rows)
                .allSatisfy(r -> assertThat(text(r, "NgayTiepNhan").substring(2))
                        .startsWith(text(r, "MaHoSo").substring(14, 20)));
        assertThat(rows).anyMatch(r -> text(r, "NgayTiepNhan").length() == 8);
        assertThat(rows)
                .anyMatch(r -> text(r, "MaTTHC").length() == 8)
                .anyMatch(r -> text(r, "MaDoiTuong").isEmpty());
        assertThat(rows)
                .filteredOn(r -> text(r, "MaHoSo").contains(".H17-"))
                .isNotEmpty()
                .allMatch(r -> day(r, "NgayTiepNhan").isAfter(LocalDate.of(2025, 6, 30)));
        assertThat(rows.stream().map(r -> text(r, "TrangThaiHoSo")).collect(Collectors.toSet()))
                .contains("1", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void everyStepBelongsToADossier() {
        List<String> codes = rows("DongBoHoSoMC", Map.of()).stream()
                .map(r -> text(r, "MaHoSo"))
                .toList();
        List<JsonNode> steps = rows("CapNhatTienDoHoSoMC", Map.of());
        assertThat(steps).hasSizeGreaterThan(codes.size() * 2);
        assertThat(codes).containsAll(steps.stream().map(r -> text(r, "MaHoSo")).collect(Collectors.toSet()));
    }

    @Test
    void theWindowShowsOnlyWhatChanged() {
        LedgerEntry open = portal.ledger().stream()
                .filter(e -> "4".equals(e.facts().get("status")))
                .findFirst()
                .orElseThrow();
        portal.edit(open.id());
        List<JsonNode> rows = rows("DongBoHoSoMC", Map.of("tungay", "20261124000000"));
        assertThat(rows).singleElement().satisfies(r -> {
            assertThat(text(r, "MaHoSo")).isEqualTo(open.id());
            assertThat(text(r, "TrangThaiHoSo")).isEqualTo("9");
        });
        portal.delete(open.id(), false);
        assertThat(rows("DongBoHoSoMC", Map.of("tungay", "20261124000000"))).isEmpty();
    }

    @Test
    void aWrongSessionIsAnErrorWithStatus200() {
        Request request = new Request("POST", "/DongBoHoSoMC", Map.of(), Map.of(), "{\"session\":\"x\"}".getBytes());
        Answer answer = portal.answer(request);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Asking.json(answer).get("error_code").asString()).isEqualTo("-1");
    }

    @Test
    void iGateShowsTheSameDossiersInItsOwnShape() {
        Map<String, JsonNode> met = new LinkedHashMap<>();
        for (int page = 0; ; page++) {
            Map<String, String> query = Map.of("page", Integer.toString(page), "size", "200");
            JsonNode answer = Asking.json(Asking.get(igate, "/pa/dossier/search", query));
            answer.get("content").forEach(d -> met.put(text(d, "code"), d));
            if (answer.get("last").asBoolean()) {
                break;
            }
        }
        assertThat(met.keySet()).hasSameSizeAs(rows("DongBoHoSoMC", Map.of()));
        JsonNode one = met.values().iterator().next();
        assertThat(one.get("procedure")
                        .get("sector")
                        .get("name")
                        .get(0)
                        .get("languageId")
                        .asInt())
                .isEqualTo(228);
        assertThat(text(one, "updatedDate")).endsWith("+0700");
        assertThat(igate.answer(new Request("GET", "/pa/dossier/search", Map.of(), Map.of(), new byte[0]))
                        .status())
                .isEqualTo(401);
        LocalDateTime late = LocalDateTime.of(2026, 6, 1, 0, 0);
        Map<String, String> since = Map.of("updated-from", late + ":00+07:00", "size", "200");
        assertThat(Asking.json(Asking.get(igate, "/pa/dossier/search", since)).get("content"))
                .isNotEmpty()
                .allMatch(d -> text(d, "updatedDate").compareTo("2026-06") >= 0);
    }

    private List<JsonNode> rows(String service, Map<String, Object> window) {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            Map<String, Object> query = new LinkedHashMap<>(window);
            query.put("session", Asking.TOKEN);
            query.put("trang", page);
            query.put("soluong", 300);
            JsonNode answer = Asking.post(portal, "/" + service, query);
            answer.get("data").forEach(rows::add);
            if (rows.size() >= answer.get("total").asInt()) {
                return rows;
            }
        }
    }

    private static boolean earlyOrOnTime(JsonNode row) {
        return text(row, "NgayHenTra").isEmpty() || !day(row, "NgayKetThucXuLy").isAfter(day(row, "NgayHenTra"));
    }

    private static LocalDate day(JsonNode row, String field) {
        String text = text(row, field);
        return LocalDate.of(
                Integer.parseInt(text.substring(0, 4)),
                Integer.parseInt(text.substring(4, 6)),
                Integer.parseInt(text.substring(6, 8)));
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).asString();
    }

    private static int number(JsonNode row, String field) {
        return Integer.parseInt(text(row, field));
    }
}
