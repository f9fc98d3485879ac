// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import vn.ioc.schema.VietnameseText;

/**
 * The first sheet of a workbook (ECMA-376) as rows by header, read as a stream: numbers as plain text without grouping, dates in ISO
 * 8601, a formula as its last value, merged cells as their first. What it unpacks to is counted before anything reads it.
 */
final class XlsxDecoder {
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_COLUMNS = 1000;

    private final Limits limits;
    private final Set<String> columns;

    XlsxDecoder(Limits limits, Set<String> columns) {
        this.limits = limits;
        this.columns = columns;
    }

    List<Map<String, String>> decode(byte[] bytes) throws DecodeException {
        unpackedWithinLimits(bytes);
        HeaderLine lines = new HeaderLine(columns, limits);
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            XSSFReader reader = new XSSFReader(workbook);
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new DecodeException(DecodeException.Reason.UNREADABLE, "has no sheet");
            }
            try (InputStream sheet = sheets.next()) {
                XMLReader parser = XMLHelper.newXMLReader();
                parser.setContentHandler(new XSSFSheetXMLHandler(
                        reader.getStylesTable(),
                        null,
                        new ReadOnlySharedStringsTable(workbook),
                        new Lines(lines),
                        new Plain(),
                        false));
                parser.parse(new InputSource(sheet));
            }
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            // POI answers damaged workbooks with exceptions of many kinds, those of its XML beans among them.
            throw e.getCause() instanceof DecodeException known
                    ? known
                    : new DecodeException(
                            DecodeException.Reason.UNREADABLE,
                            "is no workbook that can be read after row " + lines.count());
        }
        return lines.rows();
    }

    private static void unpackedWithinLimits(byte[] bytes) throws DecodeException {
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[16 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new DecodeException(
                            DecodeException.Reason.HOSTILE, "holds more than " + MOST_ENTRIES + " files");
                }
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > MOST_UNPACKED) {
                        throw new DecodeException(
                                DecodeException.Reason.HOSTILE, "unpacks to more than " + MOST_UNPACKED + " bytes");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DecodeException(DecodeException.Reason.UNREADABLE, "is no workbook");
        }
        if (entries == 0) {
            throw new DecodeException(DecodeException.Reason.UNREADABLE, "is no workbook");
        }
    }

    /** Collects cells into lines; a cell that is left out is an empty text. */
    private static final class Lines implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final HeaderLine lines;
        private List<String> cells = new ArrayList<>();

        Lines(HeaderLine lines) {
            this.lines = lines;
        }

        @Override
        public void startRow(int number) {
            cells = new ArrayList<>();
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            if (column >= MOST_COLUMNS) {
                throw new IllegalStateException(new DecodeException(
                        DecodeException.Reason.HOSTILE, "has more than " + MOST_COLUMNS + " columns"));
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, text == null ? "" : VietnameseText.nfc(text));
        }

        @Override
        public void endRow(int number) {
            try {
                lines.line(cells);
            } catch (DecodeException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Numbers as a CSV file would give them, whatever the workbook shows. */
    private static final class Plain extends DataFormatter {
        @Override
        public String formatRawCellContents(double value, int index, @Nullable String format) {
            return formatRawCellContents(value, index, format, false);
        }

        @Override
        public String formatRawCellContents(double value, int index, @Nullable String format, boolean since1904) {
            if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
                String moment = DateUtil.getLocalDateTime(value, since1904).toString();
                return moment.endsWith("T00:00") ? moment.substring(0, moment.length() - "T00:00".length()) : moment;
            }
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }
}
