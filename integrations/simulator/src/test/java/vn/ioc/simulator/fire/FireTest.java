// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ioc.simulator.Asking;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.SourceSystem;

class FireTest {
    private static final String BOX = "107.94,15.11,108.47,15.44";
    private final List<SourceSystem> systems = Asking.systems(7, 1);
    private final SourceSystem firms = Asking.named(systems, "firms");
    private final SourceSystem danger = Asking.named(systems, "danger");

    @Test
    void viirsAndModisHaveTheirOwnColumnsAndWordsForConfidence() {
        List<String[]> viirs = all("VIIRS_SNPP_NRT", "VIIRS_NOAA20_NRT", "VIIRS_NOAA21_NRT");
        assertThat(viirs).isNotEmpty().allSatisfy(row -> {
            assertThat(row).hasSize(14);
            assertThat(row[9]).isIn("l", "n", "h");
            assertThat(row[7]).isIn("N", "N20", "N21");
        });
        assertThat(all("MODIS_NRT")).isNotEmpty().allSatisfy(row -> {
            assertThat(Integer.parseInt(row[9])).isBetween(0, 100);
            assertThat(row[7]).isIn("Terra", "Aqua");
        });
        assertThat(get("MODIS_NRT", BOX, "1", "2020-01-01"))
                .startsWith("latitude,longitude,brightness,")
                .hasLineCount(1);
        assertThat(get("VIIRS_SNPP_NRT", BOX, "1", "2020-01-01"))
                .startsWith("latitude,longitude,bright_ti4,")
                .hasLineCount(1);
    }

    @Test
    void timesHaveNoLeadingZerosAndSomeRowsLieOutside() {
        assertThat(all("VIIRS_SNPP_NRT", "VIIRS_NOAA20_NRT", "VIIRS_NOAA21_NRT", "MODIS_NRT"))
                .anyMatch(row -> row[6].length() < 4)
                .allMatch(row -> !row[6].startsWith("0") || row[6].equals("0"));
        assertThat(firms.ledger())
                .anyMatch(e -> "".equals(e.facts().get("commune")))
                .extracting(LedgerEntry::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyHotspotIsFoundByFiveDayWindows() {
        List<String> rows = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2021, 1, 1); !day.isAfter(Asking.TODAY); day = day.plusDays(5)) {
            for (String source : List.of("VIIRS_SNPP_NRT", "VIIRS_NOAA20_NRT", "VIIRS_NOAA21_NRT", "MODIS_NRT")) {
                get(source, "-180,-90,180,90", "5", day.toString())
                        .lines()
                        .skip(1)
                        .forEach(rows::add);
            }
        }
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        firms.ledger().stream().map(LedgerEntry::version).toList());
        assertThat(rows).hasSizeGreaterThan(60);
    }

    @Test
    void errorsAreALineOfTextWithStatus200() {
        Answer answer = Asking.get(firms, "/api/area/csv/wrong/MODIS_NRT/" + BOX + "/1", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("Invalid MAP_KEY.");
        assertThat(get("MODIS_NRT", BOX, "9", "2026-06-01")).startsWith("Invalid day range");
        assertThat(get("MODIS_NRT", "1,2,3", "1", "2026-06-01")).isEqualTo("Invalid area.");
    }

    @Test
    void aNewHotspotIsAmongTheLatest() {
        LedgerEntry lit = firms.add();
        String source = String.valueOf(lit.facts().get("source"));
        Answer answer = Asking.get(firms, "/api/area/csv/" + Asking.TOKEN + "/" + source + "/" + BOX + "/1", Map.of());
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(lit.version());
    }

    @Test
    void dangerLevelsComeByMonthInTwoHabitsOfWriting() {
        Map<String, byte[]> files = danger.files();
        assertThat(files).containsKeys("cap-du-bao-chay-rung-2022-06.csv", "cap-du-bao-chay-rung-2026-02.csv");
        List<String> texts = files.values().stream()
                .map(b -> new String(b, StandardCharsets.UTF_8))
                .toList();
        assertThat(texts).anyMatch(t -> t.startsWith("\uFEFFngay;ma_xa;")).anyMatch(t -> t.startsWith("ngay,ma_xa,"));
        long rows = texts.stream().flatMap(t -> t.lines().skip(1)).count();
        assertThat(rows).isEqualTo(danger.ledger().size());
        assertThat(texts.stream().flatMap(t -> t.lines().skip(1)).map(l -> l.split("[,;]")[3]))
                .contains("I", "II", "III", "IV", "Cấp V");
    }

    private List<String[]> all(String... sources) {
        return Stream.of(sources)
                .flatMap(source -> Stream.of("2026-06-11", "2026-06-16", "2026-06-21", "2026-06-26")
                        .flatMap(day ->
                                get(source, "-180,-90,180,90", "5", day).lines().skip(1)))
                .map(line -> line.split(","))
                .toList();
    }

    private String get(String source, String box, String days, String date) {
        String path = "/api/area/csv/" + Asking.TOKEN + "/" + source + "/" + box + "/" + days + "/" + date;
        return new String(Asking.get(firms, path, Map.of()).body(), StandardCharsets.UTF_8);
    }
}
