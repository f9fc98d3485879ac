// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.reform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One year's ranking as a spreadsheet with a title above its header, or as a plain CSV. */
final class RankingSheet {
    static final List<String> COLUMNS =
            List.of("STT", "Mã đơn vị", "Đơn vị", "Chỉ số CCHC (%)", "Xếp hạng", "Năm", "Quyết định");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private RankingSheet() {}

    /** Title in merged cells, a blank line, the header in line 4, numbers as numbers, a note below. */
    static byte[] xlsx(List<Score> scores) {
        Decision decision = Decision.of(scores.getFirst().year());
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
            XSSFSheet sheet = book.createSheet("PL xếp hạng");
            sheet.createRow(0)
                    .createCell(0)
                    .setCellValue("PHỤ LỤC: XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM " + decision.year());
            sheet.createRow(1).createCell(0).setCellValue("(Kèm theo " + published(decision) + ")");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, COLUMNS.size() - 1));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, COLUMNS.size() - 1));
            Row head = sheet.createRow(3);
            COLUMNS.forEach(column -> head.createCell(COLUMNS.indexOf(column)).setCellValue(column));
            int line = 4;
            for (Score score : scores) {
                fill(sheet.createRow(line++), score, decision);
            }
            sheet.createRow(line + 1).createCell(0).setCellValue("Ghi chú: điểm đã bao gồm điều tra xã hội học.");
            book.write(out);
            return Zips.undated(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] csv(List<Score> scores) {
        Decision decision = Decision.of(scores.getFirst().year());
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (Score score : scores) {
            text.append(score.rank())
                    .append(',')
                    .append(score.unitCode())
                    .append(',')
                    .append(score.unitName());
            text.append(",\"")
                    .append(String.format(Locale.ROOT, "%.2f", score.percent()).replace('.', ','));
            text.append("\",")
                    .append(score.rank())
                    .append(',')
                    .append(score.year())
                    .append(',');
            text.append(published(decision)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void fill(Row row, Score score, Decision decision) {
        row.createCell(0).setCellValue(score.rank());
        row.createCell(1).setCellValue(score.unitCode());
        row.createCell(2).setCellValue(score.unitName());
        row.createCell(3).setCellValue(score.percent());
        row.createCell(4).setCellValue(score.rank());
        row.createCell(5).setCellValue(score.year());
        row.createCell(6).setCellValue(published(decision));
    }

    private static String published(Decision decision) {
        return "Quyết định số " + decision.number() + " ngày " + DAY.format(decision.day());
    }
}
