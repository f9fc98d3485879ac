// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ioc.hub.access.Rights;
import vn.ioc.schema.VietnameseText;

/** The cases of {@code vi_search_cases.csv} on the real index; every text is there once as a title and once in running text. */
final class SearchCasesIT {
    private static final String CODE = "000.00.53.H48-220921-0099";
    private static final Map<String, List<String>> UIDS = new LinkedHashMap<>();
    private static SearchKit kit;
    private static Rights leader;

    static Stream<CSVRecord> cases() throws Exception {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(SearchCasesIT.class.getResourceAsStream("/search/vi_search_cases.csv")),
                StandardCharsets.UTF_8)) {
            return format.parse(in).getRecords().stream();
        }
    }

    @BeforeAll
    static void index() throws Exception {
        kit = new SearchKit("cases");
        leader = kit.rights("leader");
        area("pre-2025-07/49", "Tỉnh Quảng Nam", "Area:post-2025-07/48");
        area("post-2025-07/48", "Thành phố Đà Nẵng");
        List<String> successors = List.of("Xã Trà My", "Xã Trà Liên", "Xã Trà Giáp", "Xã Trà Tân", "Xã Trà Đốc");
        for (int i = 0; i < successors.size(); i++) {
            area("post-2025-07/" + i, successors.get(i));
        }
        area(
                "pre-2025-07/515",
                "Huyện Bắc Trà My",
                successors.stream().flatMap(s -> uids(s).stream()).toArray(String[]::new));
        for (CSVRecord row : cases().toList()) {
            String text = row.get("text");
            for (String part : texts(text)) {
                if (row.get("expected").startsWith("match by ")) {
                    placed(part);
                } else {
                    text(part);
                }
            }
            if (text.equals("dossier with that code")) {
                code(CODE);
                code("000.00.53.H48-220921-0098");
            }
            if (row.get("expected").startsWith("rank below ")) {
                text(row.get("expected").substring("rank below ".length()));
            }
        }
        text("Thị trấn tổng kết ngày 01/2022");
        text("Quyết định số 145/QĐ-UBND");
        text("Tổ 45 nộp QĐ cho UBND");
        kit.settle();
    }

    @AfterAll
    static void close() throws Exception {
        kit.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsWhatItShould(CSVRecord row) {
        List<String> found = kit.find(row.get("query"), leader);
        List<String> wanted =
                texts(row.get("text")).stream().flatMap(t -> uids(t).stream()).toList();
        String expected = row.get("expected");
        switch (expected) {
            case "match", "match both" -> assertThat(found).containsAll(wanted);
            case "match by time-aware unit", "match by succession edge" ->
                assertThat(found)
                        .containsAll(texts(row.get("text")).stream()
                                .flatMap(t -> Stream.of(area(t), "Petition:app/in " + area(t)))
                                .toList());
            case "no match" -> assertThat(found).isNotEmpty().doesNotContainAnyElementsOf(wanted);
            case "match as one unit" -> assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
            case "exact only" -> assertThat(found).containsExactly("Petition:app/" + CODE);
            default -> {
                assertThat(expected).startsWith("rank below ");
                List<String> above = uids(expected.substring("rank below ".length()));
                assertThat(found).containsAll(wanted).containsAll(above);
                assertThat(above.stream().mapToInt(found::indexOf).max().orElseThrow())
                        .isLessThan(
                                wanted.stream().mapToInt(found::indexOf).min().orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aCircularIsNoTownship(String query) {
        assertThat(kit.find(query, leader))
                .containsAll(uids("Thông tư 01/2022/TT-BTTTT"))
                .doesNotContainAnyElementsOf(uids("Thị trấn tổng kết ngày 01/2022"));
    }

    static Stream<String> shipped() {
        return Stream.of("TT 01/2022", "tt 01/2022", "thông tư 01/2022", "thong tu 01/2022/tt-btttt");
    }

    private static void area(String key, String name, String... over) {
        String uid = "Area:" + key;
        kit.graph.put("Area", key, Map.of("name", name, "fullName", name, "code", key), Set.of(), Set.of(over));
        UIDS.computeIfAbsent(VietnameseText.nfc(name), n -> new ArrayList<>()).add(uid);
    }

    /** The area of that name. */
    private static String area(String name) {
        return uids(name).stream()
                .filter(u -> u.startsWith("Area:"))
                .findFirst()
                .orElseThrow();
    }

    /** A petition that says nothing of the area it was filed under. */
    private static void placed(String area) {
        kit.petition("in " + area(area), Map.of("code", "x", "subject", "Ý kiến", "placeKey", area(area)), area(area));
    }

    private static void text(String text) {
        String key = "t" + Integer.toHexString(text.hashCode());
        kit.graph.put("Organization", key, Map.of("code", key, "name", VietnameseText.nfc(text)));
        kit.petition(
                key,
                Map.of(
                        "code",
                        key,
                        "subject",
                        "Ý kiến",
                        "content",
                        "Kính gửi: " + VietnameseText.nfc(text) + ", xin cảm ơn."));
        List<String> uids = UIDS.computeIfAbsent(VietnameseText.nfc(text), n -> new ArrayList<>());
        Stream.of("Organization:" + key, "Petition:app/" + key)
                .filter(u -> !uids.contains(u))
                .forEach(uids::add);
    }

    private static void code(String code) {
        kit.petition(code, Map.of("code", code, "subject", "Hồ sơ"));
    }

    private static List<String> uids(String text) {
        String name = VietnameseText.nfc(text);
        return UIDS.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    private static List<String> texts(String cell) {
        if (cell.equals("dossier with that code")) {
            return List.of();
        }
        if (cell.contains("(after")) {
            return List.of(cell.substring(0, cell.indexOf('(')).strip());
        }
        return Arrays.stream(cell.split(";")).map(String::strip).toList();
    }
}
