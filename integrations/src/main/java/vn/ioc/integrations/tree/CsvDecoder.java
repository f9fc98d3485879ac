// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.VietnameseText;

/**
 * CSV (RFC 4180) as a list of rows by header. A byte order mark and leading lines that begin with {@code #} are skipped;
 * comma, semicolon or tab is told by the header line. Cells beyond the header are named {@code #8}, {@code #9} ….
 */
final class CsvDecoder {
    private final Limits limits;
    private final @Nullable Character delimiter;

    CsvDecoder(Limits limits, @Nullable Character delimiter) {
        this.limits = limits;
        this.delimiter = delimiter;
    }

    List<Map<String, String>> decode(byte[] bytes) throws DecodeException {
        String text = withoutComments(text(bytes));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter == null ? told(text) : delimiter)
                .setIgnoreEmptyLines(true)
                .get();
        List<Map<String, String>> rows = new ArrayList<>();
        Nodes nodes = new Nodes(limits);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<String> header = null;
            for (CSVRecord row : parser) {
                if (header == null) {
                    header = header(row);
                } else {
                    rows.add(row(header, row, nodes));
                }
            }
            if (header == null) {
                throw new DecodeException(DecodeException.Reason.UNREADABLE, "has no header line");
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new DecodeException(
                    DecodeException.Reason.UNREADABLE, "is not well-formed CSV after row " + rows.size());
        }
    }

    private static String text(byte[] bytes) throws DecodeException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return VietnameseText.nfc(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new DecodeException(DecodeException.Reason.UNREADABLE, "is not UTF-8 text");
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

    private static char told(String text) {
        String header = text.lines().findFirst().orElse("");
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

    private static List<String> header(CSVRecord row) throws DecodeException {
        List<String> names = row.stream().map(String::strip).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new DecodeException(DecodeException.Reason.UNREADABLE, "names a column twice in its header");
        }
        return names;
    }

    private static Map<String, String> row(List<String> header, CSVRecord row, Nodes nodes) throws DecodeException {
        Map<String, String> cells = new LinkedHashMap<>();
        nodes.one();
        for (int i = 0; i < row.size(); i++) {
            nodes.one();
            cells.put(
                    i < header.size() ? header.get(i) : "#" + (i + 1),
                    row.get(i).strip());
        }
        return cells;
    }
}
