// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.database;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that wait to be copied into a table; columns that a row does not name are null. */
public final class Table {
    private final String name;
    private final List<String> columns;
    private final StringBuilder text = new StringBuilder();

    public Table(String name, String... columns) {
        this.name = name;
        this.columns = List.of(columns);
    }

    String name() {
        return name;
    }

    /** Values in the order of the columns. */
    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(name + " has " + columns.size() + " columns, not " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t").append(cell(values[i]));
        }
        text.append('\n');
    }

    /** Values by column. */
    public void add(Map<String, Object> values) {
        if (!columns.containsAll(values.keySet())) {
            throw new IllegalArgumentException(name + " has no such columns among " + values.keySet());
        }
        add(columns.stream().map(values::get).toArray());
    }

    String statement() {
        return "copy " + name + " (" + String.join(", ", columns) + ") from stdin";
    }

    String text() {
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        return value == null
                ? "\\N"
                : value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
}
