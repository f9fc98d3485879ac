// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ioc.simulator.Asking;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

class PetitionsTest {
    private final SourceSystem petitions = Asking.system("petitions", 7, 1);

    @Test
    void scaleOneHoldsThePetitionsOfTheArticle() {
        List<LedgerEntry> live = live(petitions);
        assertThat(live).hasSize(60);
        assertThat(of(live, "PROPOSAL")).hasSize(37);
        assertThat(of(live, "PROPOSAL").stream()
                        .filter(e -> e.facts().get("handled").equals("true")))
                .hasSize(36);
        assertThat(of(live, "COMMENT")).hasSize(23);
        assertThat(all(Map.of()))
                .allSatisfy(item -> assertThat(date(item, "NgayCapNhat")).isLessThan("2023/06"));
    }

    @Test
    void excludedKindsAreThereBesidesTheSixty() {
        assertThat(petitions.ledger().stream().filter(e -> e.state() == LedgerEntry.State.EXCLUDED))
                .hasSize(2);
        assertThat(all(Map.of()).stream()
                        .filter(item -> List.of("10", "11")
                                .contains(item.get("ChuyenMucID").asString())))
                .hasSize(2);
    }

    @Test
    void theForestLandPetitionIsAnsweredByLetter87() {
        JsonNode item = byId(all(Map.of("LoaiXuLy", "1"))).get("1021");
        assertThat(item.get("NgayPhanAnh").asString()).isEqualTo("13/05/2022 08:15:00");
        assertThat(item.get("DiaChiSuKien").asString()).isEqualTo("Thôn 1, xã Trà Giác");
        assertThat(item.get("DonViThuLy").asString()).isEqualTo("000.03.15.H47");
        assertThat(item.get("NoiDungTraLoi").asString()).startsWith("Công văn số 87/TNMT ngày 19/5/2022");
    }

    @Test
    void everyCitedDocumentIsInQofficeWithTheSameNumberDateAndBody() {
        List<SourceSystem> systems = Asking.systems(7, 1);
        Set<String> documents = Asking.named(systems, "qoffice").ledger().stream()
                .map(LedgerEntry::id)
                .collect(Collectors.toSet());
        List<LedgerEntry> answered = live(Asking.named(systems, "petitions")).stream()
                .filter(e -> e.facts().containsKey("answered"))
                .toList();
        List<LedgerEntry> citing = answered.stream()
                .filter(e -> e.facts().containsKey("answeredBy"))
                .toList();
        assertThat(citing).hasSizeBetween(answered.size() * 4 / 10, answered.size() * 6 / 10);
        Map<String, JsonNode> items = byId(all(Map.of()));
        for (LedgerEntry entry : citing) {
            String[] id = String.valueOf(entry.facts().get("answeredBy")).split(",");
            assertThat(documents).contains(String.join(",", id));
            JsonNode item = items.get(entry.id());
            String answer = Normalizer.normalize(item.get("NoiDungTraLoi").asString(), Normalizer.Form.NFC);
            String[] day = id[1].split("/");
            assertThat(item.get("DonViThuLy").asString()).isEqualTo(id[0]);
            assertThat(answer)
                    .contains("số " + id[2] + " ngày ")
                    .containsPattern(
                            "ngày 0?" + Integer.parseInt(day[2]) + "/0?" + Integer.parseInt(day[1]) + "/" + day[0]);
        }
    }

    @Test
    void pagesHoldEachPetitionAndRepeatOneOverTheBorder() {
        Map<String, Object> query = Map.of("Perpage", 20);
        List<JsonNode> rows = all(query);
        assertThat(byId(rows)).hasSize(62);
        assertThat(rows).hasSize(64);
        JsonNode second = page(query, 2);
        assertThat(second.get("data").get(0).get("PhanAnhID").asString())
                .isEqualTo(page(query, 1).get("data").get(19).get("PhanAnhID").asString());
        assertThat(second.get("totalrow").isString()).isTrue();
        assertThat(page(query, 5).get("data")).isEmpty();
    }

    @Test
    void theWindowIsInclusiveAndLooksAtTheLastChange() {
        Map<String, Object> day = Map.of("TuNgay", "19/05/2022", "DenNgay", "19/05/2022");
        assertThat(byId(all(day))).containsKey("1021");
        assertThat(all(day)).allSatisfy(i -> assertThat(date(i, "NgayCapNhat")).startsWith("2022/05/19"));
        Map<String, Object> second = Map.of("TuNgay", "19/05/2022 10:02:11", "DenNgay", "2022-05-19T10:02:11");
        assertThat(byId(all(second))).containsOnlyKeys("1021");
        assertThat(all(Map.of("TuNgay", "01/01/2024"))).isEmpty();
        assertThatThrownBy(() -> all(Map.of("TuNgay", "yesterday"))).isInstanceOf(RequestException.class);
    }

    @Test
    void theTwoListsPartTheBookAndUnitsSeeTheirOwn() {
        assertThat(byId(all(Map.of("LoaiXuLy", "0")))).hasSize(3);
        assertThat(byId(all(Map.of("LoaiXuLy", 1)))).hasSize(59);
        assertThat(all(Map.of("MaDinhDanh", "000.03.15.H47")))
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i.get("DonViThuLy").asString()).isEqualTo("000.03.15.H47"));
        assertThat(byId(all(Map.of("MaDinhDanh", "H47.15")))).hasSize(62);
    }

    @Test
    void withoutItsTokenItSaysUnauthorizedInTheBody() {
        Answer answer = petitions.answer(new Request("GET", "/chuyenmuc", Map.of(), Map.of(), new byte[0]));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Asking.json(answer).get("code").asInt()).isEqualTo(401);
        assertThat(Asking.json(Asking.get(petitions, "/chuyenmuc", Map.of())).get("data"))
                .hasSize(15);
    }

    @Test
    void theKnownDirtIsThere() {
        List<JsonNode> rows = all(Map.of("Perpage", 200));
        assertThat(rows).anyMatch(i -> i.get("NgayPhanAnh").asString().contains("//"));
        assertThat(rows).anyMatch(i -> i.get("NgayPhanAnh").asString().contains("T"));
        assertThat(rows)
                .anyMatch(i ->
                        i.get("KinhDo").isString() && i.get("KinhDo").asString().contains(","));
        assertThat(rows)
                .anyMatch(i -> i.get("KinhDo").isNumber() && i.get("KinhDo").asDouble() < 20);
        assertThat(rows).anyMatch(i -> i.get("KinhDo").isNull());
        assertThat(rows).anyMatch(i -> i.get("PhanAnhID").isString());
        assertThat(rows).anyMatch(i -> !Normalizer.isNormalized(i.get("TieuDe").asString(), Normalizer.Form.NFC));
        assertThat(rows)
                .filteredOn(i ->
                        !i.get("NgayTraLoi").isNull() && date(i, "NgayTraLoi").compareTo(date(i, "NgayPhanAnh")) < 0)
                .hasSize(1);
        Map<String, JsonNode> byId = byId(rows);
        assertThat(live(petitions))
                .filteredOn(e -> byId.get(e.id())
                        .get("NoiDungPhanAnh")
                        .asString()
                        .replaceAll("[ .]", "")
                        .contains(String.valueOf(e.facts().get("phone")).replace(" ", "")))
                .hasSizeGreaterThan(5);
    }

    @Test
    void anEditGivesANewerVersionAndOtherWords() {
        JsonNode before = byId(all(Map.of())).get("1021");
        LedgerEntry edited = petitions.edit("1021");
        LedgerEntry again = petitions.edit("1021");
        JsonNode after = byId(all(Map.of())).get("1021");
        assertThat(edited.version()).isEqualTo("2026-11-24T08:00");
        assertThat(again.version()).isEqualTo("2026-11-24T08:00:01");
        assertThat(after).isNotEqualTo(before);
        assertThat(date(after, "NgayCapNhat")).isEqualTo("2026/11/24 08:00:01");
    }

    @Test
    void deletionsAreMarkedOrVanish() {
        LedgerEntry marked = petitions.delete("1021", false);
        assertThat(marked.state()).isEqualTo(LedgerEntry.State.DELETED);
        JsonNode item = byId(all(Map.of("LoaiXuLy", "1"))).get("1021");
        assertThat(item.get("TrangThai").asInt()).isEqualTo(-1);
        assertThat(item.get("NoiDungPhanAnh").isNull()).isTrue();
        petitions.delete("1030", true);
        assertThat(byId(all(Map.of()))).doesNotContainKey("1030").hasSize(61);
        assertThat(live(petitions)).hasSize(58);
        assertThatThrownBy(() -> petitions.edit("1021")).isInstanceOf(RequestException.class);
    }

    @Test
    void additionsAreOpenAndDatedNow() {
        LedgerEntry added = petitions.add();
        assertThat(added.id()).isEqualTo("1063");
        assertThat(byId(all(Map.of("LoaiXuLy", "0", "TuNgay", "24/11/2026")))).containsOnlyKeys("1063");
    }

    @Test
    void scaleMultipliesAndKeepsTheFirstSixty() {
        SourceSystem twice = Asking.system("petitions", 7, 2);
        assertThat(live(twice)).hasSize(120);
        assertThat(twice.ledger()).startsWith(petitions.ledger().toArray(new LedgerEntry[0]));
        assertThat(live(twice).subList(60, 120))
                .anyMatch(e -> e.facts().get("handler").endsWith(".H17"));
    }

    private List<JsonNode> all(Map<String, Object> query) {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode data = page(query, page).get("data");
            if (data.isEmpty()) {
                return rows;
            }
            data.forEach(rows::add);
        }
    }

    private JsonNode page(Map<String, Object> query, int page) {
        Map<String, Object> body = new LinkedHashMap<>(query);
        body.put("Page", page);
        return Asking.post(petitions, "/theodonvi", body);
    }

    private static Map<String, JsonNode> byId(List<JsonNode> rows) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        rows.forEach(row -> items.put(row.get("PhanAnhID").asString(), row));
        return items;
    }

    private static List<LedgerEntry> live(SourceSystem system) {
        return system.ledger().stream()
                .filter(e -> e.state() == LedgerEntry.State.LIVE)
                .toList();
    }

    private static Set<LedgerEntry> of(List<LedgerEntry> entries, String kind) {
        return entries.stream()
                .filter(e -> kind.equals(e.facts().get("kind")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The date as {@code yyyy/MM/dd HH:mm:ss}, whichever way it is written. */
    private static String date(JsonNode item, String field) {
        String text =
                item.get(field).asString().replace("//", "/").replace('T', ' ').replaceAll(" +", " ");
        return text.indexOf('-') == 4
                ? text.replace('-', '/')
                : text.substring(6, 10) + "/" + text.substring(3, 5) + "/" + text.substring(0, 2) + text.substring(10);
    }
}
