// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.VietnameseText;

/**
 * CSV (RFC 4180) as a list of rows by header. A byte order mark and leading lines that begin with {@code #} are skipped;
 * comma, semicolon or tab is told by the header line.
 */
final class CsvDecoder {
    private static final int MOST_LINES = 60;

    private final Limits limits;
    private final @Nullable Character delimiter;
    private final Set<String> columns;

    CsvDecoder(Limits limits, @Nullable Character delimiter, Set<String> columns) {
        this.limits = limits;
        this.delimiter = delimiter;
        this.columns = columns;
    }

    List<Map<String, String>> decode(byte[] bytes) throws DecodeException {
        String text = withoutComments(VietnameseText.nfc(Utf8.text(bytes)));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter == null ? told(text) : delimiter)
                .setIgnoreEmptyLines(true)
                .get();
        HeaderLine lines = new HeaderLine(columns, limits);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                lines.line(row.toList());
            }
            return lines.rows();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new DecodeException(
                    DecodeException.Reason.UNREADABLE, "is not well-formed CSV after row " + lines.count());
        }
    }

    private static String withoutComments(String text) {
        String rest = text;
        while (rest.startsWith("#")) {
            int end = rest.indexOf('\n');
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        return rest;
    }

    /** By the header, which is the first line that names a wanted column. */
    private char told(String text) {
        String header = text.lines()
                .limit(MOST_LINES)
                .filter(line -> columns.stream().allMatch(line::contains))
                .findFirst()
                .orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
