// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts and tables that lie beside the classes. */
public final class Resource {
    private Resource() {}

    /** All lines, composed (NFC). The name is relative to {@code vn/ioc/simulator/}. */
    public static List<String> lines(String name) {
        try (InputStream in = Resource.class.getResourceAsStream("/vn/ioc/simulator/" + name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is not on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Normalizer.normalize(text, Normalizer.Form.NFC).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a CSV without quotes, by column name; lines that start with # are left out. */
    public static List<Map<String, String>> table(String name) {
        List<String> lines =
                lines(name).stream().filter(line -> !line.startsWith("#")).toList();
        List<String> columns = List.of(lines.getFirst().split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.size() != columns.size()) {
                throw new IllegalStateException(name + ": " + columns.size() + " columns expected in: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** A cell that must be there. */
    public static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("no column " + column + " among " + row.keySet());
        }
        return value;
    }
}
