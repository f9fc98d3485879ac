// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks and CSV as rows, and what is refused. */
final class TablesTest {
    private static final Set<String> COLUMNS = Set.of("Mã đơn vị", "Năm");

    private static Object xlsx(byte[] bytes) throws DecodeException {
        return new Format.Xlsx(COLUMNS).decode(bytes);
    }

    private static Object csv(String text) throws DecodeException {
        return new Format.Csv(null, COLUMNS).decode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("PHỤ LỤC: XẾP HẠNG");
            Row head = sheet.createRow(3);
            List<String> names = List.of("Ma\u0303 đơn vị", "Chỉ số (%)", "Năm", "Ngày", "Có");
            names.forEach(name -> head.createCell(names.indexOf(name)).setCellValue(name));
            Row row = sheet.createRow(4);
            row.createCell(0).setCellValue("515");
            row.createCell(1).setCellValue(91.44);
            row.createCell(2).setCellValue(2022);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            row.createCell(3).setCellValue(LocalDateTime.of(2023, 3, 29, 0, 0));
            row.getCell(3).setCellStyle(day);
            CellStyle grouped = book.createCellStyle();
            grouped.setDataFormat(book.createDataFormat().getFormat("#,##0.0"));
            row.createCell(4).setCellValue(1234567.25);
            row.getCell(4).setCellStyle(grouped);
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void aWorkbookReadsLikeTheSameTableAsCsv() throws Exception {
        assertThat(xlsx(workbook()))
                .isEqualTo(List.of(Map.of(
                        "Mã đơn vị",
                        "515",
                        "Chỉ số (%)",
                        "91.44",
                        "Năm",
                        "2022",
                        "Ngày",
                        "2023-03-29",
                        "Có",
                        "1234567.25")));
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 80; i++) {
                zip.write(zeros);
            }
        }
        assertThat(out.size()).isLessThan(1024 * 1024);
        assertThatThrownBy(() -> xlsx(out.toByteArray()))
                .isInstanceOfSatisfying(
                        DecodeException.class, e -> assertThat(e.reason()).isEqualTo(DecodeException.Reason.HOSTILE));
    }

    @Test
    void whatIsNoWorkbookOrOnlyHalfOfOneIsUnreadable() throws Exception {
        byte[] whole = workbook();
        for (byte[] bytes : List.of(
                "<html>".getBytes(StandardCharsets.UTF_8),
                java.util.Arrays.copyOf(whole, whole.length / 2),
                new byte[] {'P', 'K', 3, 4})) {
            assertThatThrownBy(() -> xlsx(bytes))
                    .isInstanceOfSatisfying(
                            DecodeException.class,
                            e -> assertThat(e.reason()).isEqualTo(DecodeException.Reason.UNREADABLE));
        }
    }

    @Test
    void csvMayHaveAByteOrderMarkSemicolonsTitlesAboveAndWideHeaders() throws Exception {
        Object rows = List.of(Map.of("Mã đơn vị", "515", "Năm", "2022", "Điểm", "91,44"));
        assertThat(csv("Mã đơn vị,Năm,Điểm\n515,2022,\"91,44\"\n")).isEqualTo(rows);
        assertThat(csv("\uFEFFMã đơn vị;Năm;Điểm\r\n515;2022;91,44\r\n")).isEqualTo(rows);
        assertThat(csv("# origin: x\nBẢNG XẾP HẠNG, NĂM 2022\n\nMã  đơn vị, Năm ,Điểm\n515,2022,\"91,44\"\n"))
                .isEqualTo(rows);
        assertThatThrownBy(() -> csv("Lỗi: không có dữ liệu")).hasMessageContaining("no header line");
    }
}
