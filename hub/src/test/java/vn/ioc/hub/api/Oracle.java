// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Subject;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;
import vn.ioc.schema.VietnameseText;

/** Answers by looking at every record: slow and obvious. Filters are as a client sends them. */
final class Oracle {
    private final RecordModel model;
    private final Map<String, TestRecord> records = new LinkedHashMap<>();
    private final Map<String, Set<String>> covers;

    Oracle(RecordModel model, Collection<TestRecord> records, Map<String, Set<String>> covers) {
        this.model = model;
        this.covers = covers;
        records.forEach(r -> this.records.put(r.uid(), r));
    }

    List<TestRecord> matching(String type, @Nullable Object where, Rights rights) {
        return records.values().stream()
                .filter(r -> r.type().equals(type) && sees(r, rights) && holds(r, where, rights))
                .toList();
    }

    boolean sees(TestRecord r, Rights rights) {
        return rights.sees(
                new Subject(r.type(), model.type(r.type()).sector(), r.audience(), r.place(), r.placeNow()), model);
    }

    /** The visible records at the other end. */
    List<TestRecord> linked(TestRecord r, RecordLink link, Rights rights) {
        Stream<String> ends = link.origin() == RecordLink.Origin.INVERSE
                ? records.values().stream()
                        .filter(o -> o.type().equals(link.target())
                                && o.links()
                                        .getOrDefault(link.inverseOf().orElseThrow(), List.of())
                                        .contains(r.uid()))
                        .map(TestRecord::uid)
                : r.links().getOrDefault(link.name(), List.of()).stream();
        return ends.map(records::get)
                .filter(Objects::nonNull)
                .filter(o -> sees(o, rights))
                .toList();
    }

    /** In an order: missing values last, ties by uid the way of the last column. */
    List<TestRecord> sorted(List<TestRecord> some, List<Map<String, String>> orderBy) {
        Comparator<TestRecord> order = null;
        boolean descending = false;
        for (Map<String, String> column : orderBy) {
            String field = column.keySet().iterator().next();
            descending = column.get(field).equals("DESC");
            Comparator<Object> direction = Oracle::compare;
            Comparator<TestRecord> by = Comparator.comparing(
                    r -> sortValue(r, field), Comparator.nullsLast(descending ? direction.reversed() : direction));
            order = order == null ? by : order.thenComparing(by);
        }
        Comparator<TestRecord> tie = Comparator.comparing(TestRecord::uid);
        return some.stream()
                .sorted(Objects.requireNonNull(order).thenComparing(descending ? tie.reversed() : tie))
                .toList();
    }

    /** The type's default order as a client would write it. */
    List<Map<String, String>> defaultOrder(RecordType type) {
        return type.order().stream().map(f -> Map.of(f, "DESC")).toList();
    }

    private boolean holds(TestRecord r, @Nullable Object where, Rights rights) {
        return !(where instanceof Map<?, ?> parts)
                || parts.entrySet().stream().allMatch(e -> part(r, e.getKey().toString(), e.getValue(), rights));
    }

    private boolean part(TestRecord r, String name, Object value, Rights rights) {
        RecordType type = model.type(r.type());
        return switch (name) {
            case "and" -> ((List<?>) value).stream().allMatch(w -> holds(r, w, rights));
            case "or" -> ((List<?>) value).stream().anyMatch(w -> holds(r, w, rights));
            case "not" -> !holds(r, value, rights);
            case "place" -> place(r, (Map<?, ?>) value);
            default ->
                type.findLink(name)
                        .map(link -> link(linked(r, link, rights), link, (Map<?, ?>) value, rights))
                        .orElseGet(() -> ((Map<?, ?>) value)
                                .entrySet().stream()
                                        .allMatch(e -> compare(r, type.field(name), e.getKey().toString(), e.getValue())));
        };
    }

    private boolean place(TestRecord r, Map<?, ?> in) {
        Set<String> areas = ((List<?>) Objects.requireNonNull(in.get("in")))
                .stream()
                        .flatMap(a -> covers.getOrDefault(a.toString(), Set.of()).stream())
                        .collect(java.util.stream.Collectors.toSet());
        return Stream.of(r.place(), r.placeNow()).anyMatch(p -> p != null && areas.contains(p));
    }

    private boolean link(List<TestRecord> ends, RecordLink link, Map<?, ?> value, Rights rights) {
        if (!link.many()) {
            return ends.stream().anyMatch(o -> holds(o, value, rights));
        }
        return value.entrySet().stream().allMatch(e -> {
            Predicate<TestRecord> such = o -> holds(o, e.getValue(), rights);
            return switch (e.getKey().toString()) {
                case "some" -> ends.stream().anyMatch(such);
                case "none" -> ends.stream().noneMatch(such);
                default -> ends.stream().allMatch(such);
            };
        });
    }

    private static boolean compare(TestRecord r, RecordField field, String operator, Object given) {
        Object value = r.values().get(field.name());
        if (operator.equals("isNull")) {
            return given.equals(value == null);
        }
        if (operator.equals("isEmpty")) {
            return given.equals(!(value instanceof List<?> list) || list.isEmpty());
        }
        if (operator.equals("ne")) {
            return !text(given).equals(text(value));
        }
        if (value == null) {
            return false;
        }
        return switch (operator) {
            case "eq" -> text(value).equals(text(given));
            case "in" -> ((List<?>) given).stream().anyMatch(g -> text(g).equals(text(value)));
            case "has" -> ((List<?>) value).contains(given);
            case "contains" -> VietnameseText.comparable(text(value)).contains(VietnameseText.comparable(text(given)));
            case "startsWith" ->
                VietnameseText.comparable(text(value)).startsWith(VietnameseText.comparable(text(given)));
            case "lt" -> ordered(value, given) < 0;
            case "lte" -> ordered(value, given) <= 0;
            case "gt" -> ordered(value, given) > 0;
            case "gte" -> ordered(value, given) >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** Dates and moments of the tests are of one form, so their texts are in their order; numbers are not. */
    private static int ordered(Object value, Object given) {
        return value instanceof Number number
                ? Double.compare(number.doubleValue(), ((Number) given).doubleValue())
                : text(value).compareTo(text(given));
    }

    /** As a client writes it. */
    static String text(@Nullable Object value) {
        return value instanceof ZonedDateTime moment ? moment.toOffsetDateTime().toString() : String.valueOf(value);
    }

    private @Nullable Object sortValue(TestRecord r, String name) {
        Object value = r.values().get(name);
        return value instanceof String text && model.type(r.type()).field(name).isText()
                ? VietnameseText.comparable(text)
                : value;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
