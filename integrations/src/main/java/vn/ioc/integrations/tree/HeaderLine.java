// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes named cells of a table's lines: the header is the first line that names all wanted columns, whatever stands above it. Cells
 * beyond the header are named {@code #8}, {@code #9} …; lines without any text are left out.
 */
final class HeaderLine {
    private static final int MOST_LINES_ABOVE = 50;

    private final Set<String> wanted;
    private final Nodes nodes;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private @Nullable List<String> header;
    private int above;

    /** @param wanted columns that the header must name; empty = any first line is the header */
    HeaderLine(Set<String> wanted, Limits limits) {
        this.wanted = wanted;
        this.nodes = new Nodes(limits);
    }

    /** Takes the next line. */
    void line(List<String> cells) throws DecodeException {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (header == null) {
            header(cells);
            return;
        }
        Map<String, String> row = new LinkedHashMap<>();
        nodes.one();
        for (int i = 0; i < cells.size(); i++) {
            nodes.one();
            row.put(
                    i < header.size() ? header.get(i) : "#" + (i + 1),
                    cells.get(i).strip());
        }
        rows.add(row);
    }

    private void header(List<String> cells) throws DecodeException {
        List<String> names =
                cells.stream().map(c -> c.strip().replaceAll("\\s+", " ")).toList();
        if (!new HashSet<>(names).containsAll(wanted)) {
            if (++above > MOST_LINES_ABOVE) {
                throw noHeader();
            }
            return;
        }
        List<String> named = names.stream().filter(n -> !n.isEmpty()).toList();
        if (new HashSet<>(named).size() < named.size()) {
            throw new DecodeException(DecodeException.Reason.UNREADABLE, "names a column twice in its header");
        }
        header = names;
    }

    int count() {
        return rows.size();
    }

    /** The lines below the header. @throws DecodeException when there was none */
    List<Map<String, String>> rows() throws DecodeException {
        if (header == null) {
            throw noHeader();
        }
        return rows;
    }

    private DecodeException noHeader() {
        return new DecodeException(
                DecodeException.Reason.UNREADABLE,
                wanted.isEmpty() ? "has no header line" : "has no header line with all columns of the manifest");
    }
}
