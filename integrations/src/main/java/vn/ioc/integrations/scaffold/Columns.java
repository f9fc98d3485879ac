// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that the items of a list have, and the lists of objects inside of them. */
record Columns(List<Column> values, Map<String, List<Map<String, @Nullable Object>>> lists) {
    /** Formats that are tried, the plainest first; none = ISO 8601. */
    private static final Map<Pattern, Optional<String>> DAYS = days();

    private static final Map<Pattern, Optional<String>> MOMENTS = moments();
    private static final int DEEPEST = 2;

    static Columns of(List<Map<String, @Nullable Object>> items) {
        Map<String, List<@Nullable Object>> found = new LinkedHashMap<>();
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, List<Map<String, @Nullable Object>>> lists = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> item : items) {
            collect(item, "", "", 1, found, paths, lists);
        }
        List<Column> columns = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        for (Map.Entry<String, List<@Nullable Object>> entry : found.entrySet()) {
            String wire = entry.getKey();
            if (!lists.containsKey(wire)) {
                String field = FieldNames.field(wire);
                while (!fields.add(field)) {
                    field = field + "2";
                }
                columns.add(column(wire, String.valueOf(paths.get(wire)), field, entry.getValue(), items.size()));
            }
        }
        return new Columns(List.copyOf(columns), lists);
    }

    private static void collect(
            Map<String, @Nullable Object> item,
            String prefix,
            String path,
            int depth,
            Map<String, List<@Nullable Object>> found,
            Map<String, String> paths,
            Map<String, List<Map<String, @Nullable Object>>> lists) {
        item.forEach((name, value) -> {
            String wire = prefix + name;
            String at = path + FieldNames.step(name);
            if (value instanceof Map<?, ?> object && depth < DEEPEST) {
                collect(Sample.object(object), wire + ".", at + ".", depth + 1, found, paths, lists);
            } else if (depth == 1 && Sample.isObjects(value)) {
                lists.computeIfAbsent(wire, w -> new ArrayList<>()).addAll(Sample.objects(value));
            } else if (!(value instanceof Map)) {
                paths.putIfAbsent(wire, at);
                found.computeIfAbsent(wire, w -> new ArrayList<>()).add(value);
            }
        });
    }

    private static Column column(String wire, String path, String field, List<@Nullable Object> values, int items) {
        List<Object> given = new ArrayList<>();
        values.forEach(value -> {
            if (value != null && !String.valueOf(value).isBlank()) {
                given.add(value);
            }
        });
        boolean filled = given.size() == items;
        boolean unique = new LinkedHashSet<>(given).size() == given.size();
        if (given.stream().anyMatch(v -> v instanceof List)) {
            return new Column(wire, path, field, ColumnKind.TEXTS, List.of(), filled, false);
        }
        for (ColumnKind kind : List.of(ColumnKind.DATE_TIME, ColumnKind.DATE)) {
            Map<Pattern, Optional<String>> formats = kind == ColumnKind.DATE ? DAYS : MOMENTS;
            for (Map.Entry<Pattern, Optional<String>> format : formats.entrySet()) {
                if (all(given, v -> format.getKey().matcher(String.valueOf(v)).matches())) {
                    return new Column(
                            wire, path, field, kind, format.getValue().stream().toList(), filled, unique);
                }
            }
        }
        return new Column(wire, path, field, kind(given), List.of(), filled, unique);
    }

    private static ColumnKind kind(List<Object> given) {
        if (all(given, v -> v instanceof Boolean || v.equals("true") || v.equals("false"))) {
            return ColumnKind.BOOLEAN;
        }
        // A leading zero tells a code, and so does what is too long for a number.
        if (all(given, v -> v instanceof Long || String.valueOf(v).matches("-?(0|[1-9][0-9]{0,8})"))) {
            return ColumnKind.INT;
        }
        return all(given, v -> v instanceof BigDecimal || String.valueOf(v).matches("-?[0-9]{1,9}([.,][0-9]{1,9})?"))
                        && given.stream().noneMatch(v -> String.valueOf(v).matches("0[0-9]+"))
                ? ColumnKind.FLOAT
                : ColumnKind.TEXT;
    }

    private static boolean all(List<Object> given, Predicate<Object> fits) {
        return !given.isEmpty() && given.stream().allMatch(fits);
    }

    private static Map<Pattern, Optional<String>> days() {
        Map<Pattern, Optional<String>> days = new LinkedHashMap<>();
        days.put(Pattern.compile("(19|20)\\d\\d-\\d\\d-\\d\\d"), Optional.empty());
        days.put(Pattern.compile("\\d{1,2}/\\d{1,2}/(19|20)\\d\\d"), Optional.of("d/M/yyyy"));
        days.put(Pattern.compile("\\d{1,2}-\\d{1,2}-(19|20)\\d\\d"), Optional.of("d-M-yyyy"));
        days.put(Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])"), Optional.of("yyyyMMdd"));
        return days;
    }

    private static Map<Pattern, Optional<String>> moments() {
        String day = "(19|20)\\d\\d-\\d\\d-\\d\\d";
        Map<Pattern, Optional<String>> moments = new LinkedHashMap<>();
        moments.put(
                Pattern.compile(day + "T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)?"),
                Optional.empty());
        moments.put(Pattern.compile(day + " \\d\\d:\\d\\d:\\d\\d"), Optional.of("yyyy-MM-dd HH:mm:ss"));
        moments.put(
                Pattern.compile("\\d{1,2}/\\d{1,2}/(19|20)\\d\\d \\d{1,2}:\\d\\d:\\d\\d"),
                Optional.of("d/M/yyyy H:mm:ss"));
        moments.put(Pattern.compile("\\d{1,2}/\\d{1,2}/(19|20)\\d\\d \\d{1,2}:\\d\\d"), Optional.of("d/M/yyyy H:mm"));
        moments.put(
                Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])\\d{6}"), Optional.of("yyyyMMddHHmmss"));
        return moments;
    }
}
