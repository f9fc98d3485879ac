// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of {@code vi_abbreviations.csv}: an abbreviation with its variants and what it stands for.
 *
 * @param expansions what it may stand for; more than one = ambiguous
 */
record LexiconRow(String domain, List<String> abbreviations, List<String> expansions, String note) {
    private static final Pattern VARIANTS = Pattern.compile("variants ([^;]+)");

    boolean ambiguous() {
        return expansions.size() > 1 || note.contains("ambiguous");
    }

    boolean inCase() {
        return note.contains("case matters");
    }

    static List<LexiconRow> shipped() {
        return rows("vi_abbreviations.csv").stream()
                .map(row -> new LexiconRow(
                        row.get("domain"),
                        variants(row.get("abbreviation"), row.get("note")),
                        split(row.get("expansion_vi"), ";"),
                        row.get("note")))
                .toList();
    }

    /** The rows of a CSV of this room; its first line, which tells the origin, is skipped. */
    static List<CSVRecord> rows(String file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = LexiconRow.class.getResourceAsStream("/search/" + file)) {
            if (in == null) {
                throw new IllegalStateException("search/" + file + " is missing from the hub");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                return format.parse(reader).getRecords();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> variants(String abbreviation, String note) {
        List<String> all = new ArrayList<>();
        all.add(abbreviation);
        Matcher variants = VARIANTS.matcher(note);
        if (variants.find()) {
            all.addAll(split(variants.group(1), ","));
        }
        return List.copyOf(all);
    }

    private static List<String> split(String cell, String separator) {
        return Arrays.stream(cell.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
