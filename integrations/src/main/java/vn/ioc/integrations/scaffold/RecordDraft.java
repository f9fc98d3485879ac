// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One type of record that a list would give.
 *
 * @param type its name
 * @param key the column that tells its records apart, within their parent
 * @param version empty = snapshot
 * @param values the key's column included
 * @param left out, since they look personal
 * @param each of a nested list: its name on the wire
 * @param parent of a nested list: the record that holds it
 */
record RecordDraft(
        String type,
        Column key,
        Optional<Column> version,
        Column title,
        Optional<Column> day,
        List<Column> values,
        List<Column> left,
        Optional<String> each,
        Optional<RecordDraft> parent,
        List<RecordDraft> parts) {

    /** @throws ScaffoldException when no column can be a key */
    static RecordDraft of(String type, List<Map<String, @Nullable Object>> rows) {
        return of(type, rows, Optional.empty(), Optional.empty());
    }

    private static RecordDraft of(
            String type,
            List<Map<String, @Nullable Object>> rows,
            Optional<String> each,
            Optional<RecordDraft> parent) {
        Columns columns = Columns.of(rows);
        List<Column> values =
                columns.values().stream().filter(c -> !c.says(Role.PERSONAL)).toList();
        List<Column> left =
                columns.values().stream().filter(c -> c.says(Role.PERSONAL)).toList();
        Column key = key(values, parent.isPresent());
        Optional<Column> version = values.stream()
                .filter(c -> c.says(Role.VERSION) && c.filled() && !c.equals(key))
                .filter(c -> c.kind() == ColumnKind.DATE_TIME || c.kind() == ColumnKind.INT)
                .findFirst();
        Column title = values.stream()
                .filter(c -> c.says(Role.TITLE) && c.filled() && c.kind() == ColumnKind.TEXT)
                .findFirst()
                .orElse(key);
        Optional<Column> day = values.stream()
                .filter(c -> c.kind() == ColumnKind.DATE || c.kind() == ColumnKind.DATE_TIME)
                .filter(c -> version.filter(c::equals).isEmpty())
                .findFirst();
        List<RecordDraft> parts = new ArrayList<>();
        RecordDraft draft = new RecordDraft(type, key, version, title, day, values, left, each, parent, parts);
        if (parent.isEmpty()) {
            for (Map.Entry<String, List<Map<String, @Nullable Object>>> list :
                    columns.lists().entrySet()) {
                List<String> words = FieldNames.words(list.getKey());
                String part = type + FieldNames.type(FieldNames.singular(words.isEmpty() ? "part" : words.getLast()));
                parts.add(of(part, list.getValue(), Optional.of(list.getKey()), Optional.of(draft)));
            }
        }
        return draft;
    }

    /** A filled column whose name says key, else any that is unique; of a part it need be unique within its parent only. */
    private static Column key(List<Column> columns, boolean part) {
        return columns.stream()
                .filter(c -> c.filled() && (c.unique() || part))
                .filter(c -> c.kind() != ColumnKind.TEXTS && c.kind() != ColumnKind.BOOLEAN)
                .filter(c -> c.kind() != ColumnKind.FLOAT)
                .min(Comparator.comparingInt(c -> c.says(Role.KEY) ? 0 : c.says(Role.DAY) && part ? 1 : 2))
                .orElseThrow(() -> new ScaffoldException(
                        "no column of the sample is filled and unique, so none can be a key; take a larger sample"));
    }

    /** Name of the field and link of a part that lead to its parent. */
    String parentName() {
        String name = parent.map(RecordDraft::type).orElseThrow();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Name of the field of a part that holds its parent's key. */
    String parentKey() {
        return parentName() + FieldNames.capital(parent.orElseThrow().key().field());
    }
}
