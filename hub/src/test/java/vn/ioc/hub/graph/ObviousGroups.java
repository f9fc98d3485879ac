// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordType;

/** Groups of records in memory and figures over them. */
final class ObviousGroups {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ObviousRecords records;
    private final ObviousReader reader;

    ObviousGroups(ObviousRecords records, ObviousReader reader) {
        this.records = records;
        this.reader = reader;
    }

    List<Map<String, @Nullable Object>> of(RecordType type, Selection asked) {
        List<Map.Entry<?, ?>> by = new ArrayList<>();
        if (asked.arguments().get("by") instanceof List<?> list) {
            list.forEach(one -> by.addAll(((Map<?, ?>) one).entrySet()));
        }
        Map<List<@Nullable Object>, List<ObviousRecord>> groups = new LinkedHashMap<>();
        if (by.isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        records.seen(type.name()).stream()
                .filter(r -> records.matches(r, type, asked.arguments().get("where")))
                .forEach(r -> groups.computeIfAbsent(keys(r, type, by), k -> new ArrayList<>())
                        .add(r));
        Comparator<Map.Entry<List<@Nullable Object>, List<ObviousRecord>>> order =
                (one, other) -> compare(one.getKey(), other.getKey());
        if ("COUNT".equals(asked.arguments().get("orderBy"))) {
            order = Comparator.<Map.Entry<List<@Nullable Object>, List<ObviousRecord>>>comparingInt(
                            g -> -g.getValue().size())
                    .thenComparing(order);
        }
        return groups.entrySet().stream()
                .sorted(order)
                .limit(((Number) asked.arguments().getOrDefault("first", 1_000)).intValue())
                .map(g -> row(type, asked, by, g.getKey(), g.getValue()))
                .toList();
    }

    private List<@Nullable Object> keys(ObviousRecord record, RecordType type, List<Map.Entry<?, ?>> by) {
        List<@Nullable Object> keys = new ArrayList<>();
        by.forEach(dimension -> keys.add(key(
                record,
                type,
                dimension.getKey().toString(),
                dimension.getValue().toString())));
        return keys;
    }

    /** A value, the first day of a span, or the uid of a visible far end. */
    private @Nullable Object key(ObviousRecord record, RecordType type, String name, String how) {
        RecordLink link = type.links().get(name);
        if (link != null) {
            return target(record, link, how);
        }
        Object value = record.value(Readable.find(type, name).orElseThrow().property());
        if (value instanceof ZonedDateTime moment) {
            return from(moment.withZoneSameInstant(ZONE).toLocalDate(), how);
        }
        return value instanceof LocalDate day ? from(day, how) : value;
    }

    /** The visible far end, or the visible area of the level that it is or is part of; of several the first by uid. */
    private @Nullable String target(ObviousRecord record, RecordLink link, String how) {
        if (how.equals("VALUE") || how.equals("ITSELF")) {
            List<ObviousRecord> far = records.linked(record, link);
            return far.isEmpty() ? null : far.getFirst().uid();
        }
        Set<String> up = records.upFrom(record, link);
        return records.seen(link.target()).stream()
                .filter(area ->
                        up.contains(area.uid()) && how.toLowerCase(Locale.ROOT).equals(area.value("level")))
                .map(ObviousRecord::uid)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate from(LocalDate day, String bucket) {
        return switch (bucket) {
            case "DAY" -> day;
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "MONTH" -> day.withDayOfMonth(1);
            case "QUARTER" -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            default -> day.withDayOfYear(1);
        };
    }

    @SuppressWarnings("unchecked")
    private static int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
        for (int i = 0; i < one.size(); i++) {
            Object a = one.get(i);
            Object b = other.get(i);
            int compared = a == null || b == null
                    ? Boolean.compare(a == null, b == null)
                    : ((Comparable<Object>) a).compareTo(b);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private Map<String, @Nullable Object> row(
            RecordType type,
            Selection asked,
            List<Map.Entry<?, ?>> by,
            List<@Nullable Object> keys,
            List<ObviousRecord> group) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Selection field : asked.fields()) {
            Map<String, @Nullable Object> below = new LinkedHashMap<>();
            for (Selection part : field.fields()) {
                below.put(
                        part.key(),
                        field.name().equals("key")
                                ? shown(type, by, keys, part)
                                : figure(type, field.name(), part.name(), group));
            }
            row.put(field.key(), field.name().equals("count") ? group.size() : below);
        }
        return row;
    }

    private @Nullable Object shown(
            RecordType type, List<Map.Entry<?, ?>> by, List<@Nullable Object> keys, Selection part) {
        for (int i = 0; i < by.size(); i++) {
            Object key = keys.get(i);
            if (by.get(i).getKey().equals(part.name()) && key != null) {
                RecordLink link = type.links().get(part.name());
                if (link != null) {
                    return reader.record(
                            records.seen(link.target()).stream()
                                    .filter(r -> r.uid().equals(key))
                                    .findFirst()
                                    .orElseThrow(),
                            part.fields());
                }
                return key instanceof LocalDate from
                        ? Map.of("from", from.toString())
                        : ObviousReader.shown(Readable.find(type, part.name()).orElseThrow(), key);
            }
        }
        return null;
    }

    private static @Nullable Object figure(RecordType type, String function, String name, List<ObviousRecord> group) {
        Readable field = Readable.find(type, name).orElseThrow();
        Stream<Object> values =
                group.stream().map(r -> r.value(field.property())).filter(Objects::nonNull);
        return switch (function) {
            case "min" -> bound(field, values, BinaryOperator.minBy(natural()));
            case "max" -> bound(field, values, BinaryOperator.maxBy(natural()));
            case "sum" -> values.mapToDouble(v -> ((Number) v).doubleValue()).sum();
            default -> {
                double[] numbers =
                        values.mapToDouble(v -> ((Number) v).doubleValue()).toArray();
                yield numbers.length == 0 ? null : mean(numbers);
            }
        };
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    private static @Nullable Object bound(Readable field, Stream<Object> values, BinaryOperator<Object> better) {
        return values.reduce(better).map(v -> ObviousReader.shown(field, v)).orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> natural() {
        return (one, other) -> ((Comparable<Object>) one).compareTo(other);
    }
}
