// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.reform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import vn.ioc.simulator.Asking;
import vn.ioc.simulator.district.Setting;
import vn.ioc.simulator.wire.SourceSystem;

class RankingsTest {
    private final SourceSystem reform = Asking.system("reform", 7, 1);

    @Test
    void bacTraMyWasFirstIn2022AndSecondIn2021() throws IOException {
        Row first = sheet("chi-so-cchc-2022.xlsx").getRow(4);
        assertThat(first.getCell(1).getStringCellValue()).isEqualTo("515");
        assertThat(first.getCell(3).getNumericCellValue()).isEqualTo(91.44);
        assertThat(first.getCell(4).getNumericCellValue()).isEqualTo(1);
        assertThat(first.getCell(6).getStringCellValue()).isEqualTo("Quyết định số 617/QĐ-UBND ngày 29/03/2023");
        Row second = sheet("chi-so-cchc-2021.xlsx").getRow(5);
        assertThat(second.getCell(1).getStringCellValue()).isEqualTo("515");
        assertThat(second.getCell(4).getNumericCellValue()).isEqualTo(2);
    }

    @Test
    void everySeedKeepsTheArticlesRanks() {
        for (long seed = 1; seed <= 40; seed++) {
            Map<String, String> ranks = new HashMap<>();
            new Rankings(new Setting(seed, Asking.TODAY, 1))
                    .ledger()
                    .forEach(e -> ranks.put(e.id(), e.facts().get("rank")));
            assertThat(ranks).containsEntry("515|2022", "1").containsEntry("515|2021", "2");
        }
    }

    @Test
    void laterYearsAreCsvWithCommaDecimals() {
        String csv = new String(file("chi-so-cchc-2024.csv"), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(18);
        assertThat(csv.lines().skip(1))
                .allMatch(line -> line.matches("\\d+,\\d{3},[^,]+,\"\\d\\d,\\d\\d\",\\d+,2024,.*"));
        assertThat(new String(file("so-lieu-bao-cao.csv"), StandardCharsets.UTF_8))
                .startsWith("indicator,unit_code")
                .contains("dich-vu-cong-muc-do-4,515,Huyện Bắc Trà My,2022,83,%");
    }

    private Sheet sheet(String name) throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(file(name)))) {
            assertThat(book.getSheetAt(0).getRow(3).getCell(3).getStringCellValue())
                    .isEqualTo("Chỉ số CCHC (%)");
            return book.getSheetAt(0);
        }
    }

    private byte[] file(String name) {
        byte[] bytes = reform.files().get(name);
        assertThat(bytes).isNotNull();
        return bytes;
    }
}
