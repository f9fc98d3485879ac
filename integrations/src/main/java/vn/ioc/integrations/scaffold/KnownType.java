// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordType;

/** Fits a draft to a type that is there: columns take the names of its fields, and those that fit none are left out. */
final class KnownType {
    private KnownType() {}

    static RecordDraft fit(RecordDraft draft, RecordType type) {
        if (type.key().size() != 1) {
            throw new ScaffoldException(type.name() + " has a key of " + type.key()
                    + "; a draft is made for keys of one field, write this one by hand");
        }
        Map<String, RecordField> fields = new HashMap<>();
        type.fields().values().forEach(f -> fields.put(plain(f.name()), f));
        Column key = named(draft.key(), type.key().getFirst());
        List<Column> values = new ArrayList<>(List.of(key));
        List<Column> left = new ArrayList<>(draft.left());
        for (Column column : draft.values()) {
            if (column.equals(draft.key())) {
                continue;
            }
            RecordField field = fields.get(plain(column.field()));
            if (field == null || field.name().equals(key.field())) {
                left.add(column);
            } else {
                values.add(named(column, field.name()));
            }
        }
        return new RecordDraft(
                type.name(),
                key,
                draft.version(),
                key,
                Optional.empty(),
                values,
                left,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    private static Column named(Column column, String field) {
        return new Column(
                column.wire(), column.path(), field, column.kind(), column.formats(), column.filled(), column.unique());
    }
}
