// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Subject;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;
import vn.ioc.schema.VietnameseText;

/** The records that one caller sees, their links, and filters over them. */
final class ObviousRecords {
    private final RecordModel model;
    private final Map<String, Set<String>> covers;
    private final List<ObviousRecord> seen;
    private final Set<Edge> edges = new HashSet<>();

    private record Edge(String from, String type, String to) {}

    ObviousRecords(RecordModel model, List<TestRecord> records, Map<String, Set<String>> covers, Rights rights) {
        this.model = model;
        this.covers = covers;
        this.seen = records.stream()
                .filter(r -> rights.sees(
                        new Subject(r.type(), model.type(r.type()).sector(), r.audience(), r.place(), r.placeNow()),
                        model))
                .map(r -> new ObviousRecord(model.type(r.type()), r, r.properties(model)))
                .sorted(Comparator.comparing(ObviousRecord::uid))
                .toList();
        records.forEach(this::edges);
    }

    private void edges(TestRecord record) {
        record.links().forEach((name, targets) -> {
            RecordLink link = model.type(record.type()).findLink(name).orElseThrow();
            targets.forEach(target -> edges.add(
                    link.out()
                            ? new Edge(record.uid(), link.type(), target)
                            : new Edge(target, link.type(), record.uid())));
        });
        edge(record.uid(), Properties.IN_PLACE, record.place());
        edge(record.uid(), Properties.IN_PLACE_NOW, record.placeNow());
    }

    private void edge(String from, String type, @Nullable String to) {
        if (to != null) {
            edges.add(new Edge(from, type, to));
        }
    }

    RecordType type(String name) {
        return model.type(name);
    }

    List<ObviousRecord> seen(String type) {
        return seen.stream().filter(r -> r.type().name().equals(type)).toList();
    }

    boolean sees(String uid) {
        return seen.stream().anyMatch(r -> r.uid().equals(uid));
    }

    boolean links(String from, String type, String to) {
        return edges.contains(new Edge(from, type, to));
    }

    /** What the caller sees at the other end of any link, whichever way it points. */
    List<ObviousRecord> neighbours(String uid) {
        return seen.stream()
                .filter(r -> edges.stream()
                        .anyMatch(e -> e.from().equals(uid) && e.to().equals(r.uid())
                                || e.to().equals(uid) && e.from().equals(r.uid())))
                .toList();
    }

    /** Visible far ends, by uid. */
    List<ObviousRecord> linked(ObviousRecord record, RecordLink link) {
        return seen(link.target()).stream()
                .filter(far -> link.origin() == RecordLink.Origin.TERRITORY
                        ? within(far, covers.getOrDefault(record.uid(), Set.of()))
                        : edges.contains(
                                link.out()
                                        ? new Edge(record.uid(), link.type(), far.uid())
                                        : new Edge(far.uid(), link.type(), record.uid())))
                .toList();
    }

    /** uids of the areas at the end of the link and of those that they are part of, four steps up, visible or not. */
    Set<String> upFrom(ObviousRecord record, RecordLink link) {
        Set<String> areas = new TreeSet<>();
        edges.stream()
                .filter(e -> e.from().equals(record.uid()) && e.type().equals(link.type()))
                .forEach(e -> areas.add(e.to()));
        for (int step = 0; step < 4; step++) {
            edges.stream()
                    .filter(e -> e.type().equals("PART_OF") && areas.contains(e.from()))
                    .map(Edge::to)
                    .toList()
                    .forEach(areas::add);
        }
        return areas;
    }

    private static boolean within(ObviousRecord record, Set<String> areas) {
        return contains(areas, record.told().place())
                || contains(areas, record.told().placeNow());
    }

    private static boolean contains(Set<String> areas, @Nullable String area) {
        return area != null && areas.contains(area);
    }

    /** @param where a filter as in JSON */
    boolean matches(ObviousRecord record, RecordType type, @Nullable Object where) {
        return !(where instanceof Map<?, ?> filter)
                || filter.entrySet().stream()
                        .allMatch(e -> e.getValue() == null
                                || part(record, type, e.getKey().toString(), e.getValue()));
    }

    private boolean part(ObviousRecord record, RecordType type, String name, Object given) {
        return switch (name) {
            case "and" -> ((List<?>) given).stream().allMatch(w -> matches(record, type, w));
            case "or" -> ((List<?>) given).stream().anyMatch(w -> matches(record, type, w));
            case "not" -> !matches(record, type, given);
            default ->
                type.findLink(name)
                        .map(link -> link(record, link, (Map<?, ?>) given))
                        .orElseGet(() -> leaf(record, Readable.find(type, name).orElseThrow(), (Map<?, ?>) given));
        };
    }

    private boolean link(ObviousRecord record, RecordLink link, Map<?, ?> given) {
        RecordType target = type(link.target());
        List<ObviousRecord> far = linked(record, link);
        if (link.type().equals(Properties.IN_PLACE) && link.name().equals("place")) {
            return given.entrySet().stream()
                    .allMatch(e -> place(record, far, e.getKey().toString(), e.getValue()));
        }
        if (!link.many()) {
            return far.stream().anyMatch(f -> matches(f, target, given));
        }
        return given.entrySet().stream().allMatch(e -> switch (e.getKey().toString()) {
            case "some" -> far.stream().anyMatch(f -> matches(f, target, e.getValue()));
            case "none" -> far.stream().noneMatch(f -> matches(f, target, e.getValue()));
            default -> far.stream().allMatch(f -> matches(f, target, e.getValue()));
        });
    }

    private boolean place(ObviousRecord record, List<ObviousRecord> far, String operator, Object given) {
        return switch (operator) {
            case "eq" -> within(record, covers.getOrDefault(given, Set.of()));
            case "in" -> ((List<?>) given).stream().anyMatch(a -> within(record, covers.getOrDefault(a, Set.of())));
            case "code" ->
                ((Map<?, ?>) given)
                        .entrySet().stream()
                                .allMatch(e -> place(record, far, e.getKey().toString(), e.getValue()));
            case "is" -> far.stream().anyMatch(f -> matches(f, f.type(), given));
            case "isNull" -> (record.told().place() == null) == (boolean) given;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean leaf(ObviousRecord record, Readable field, Map<?, ?> operators) {
        Object value = record.value(field.property());
        return operators.entrySet().stream().allMatch(e -> {
            Object given = e.getValue();
            return switch (e.getKey().toString()) {
                case "eq" -> equal(field, value, given);
                case "ne" -> !equal(field, value, given);
                case "in" -> ((List<?>) given).stream().anyMatch(g -> equal(field, value, g));
                case "lt" -> value != null && compared(field, value, given) < 0;
                case "lte" -> value != null && compared(field, value, given) <= 0;
                case "gt" -> value != null && compared(field, value, given) > 0;
                case "gte" -> value != null && compared(field, value, given) >= 0;
                case "contains" -> value != null && comparable(value).contains(comparable(given));
                case "startsWith" -> value != null && comparable(value).startsWith(comparable(given));
                case "has" -> value instanceof Collection<?> many && many.contains(given);
                case "isEmpty" -> (!(value instanceof Collection<?> many) || many.isEmpty()) == (boolean) given;
                case "isNull" -> (value == null) == (boolean) given;
                case "within" -> value instanceof Value point && ObviousRegion.holds((Map<?, ?>) given, point);
                default -> throw new IllegalArgumentException(e.getKey().toString());
            };
        });
    }

    private static boolean equal(Readable field, @Nullable Object value, Object given) {
        return value != null && compared(field, value, given) == 0;
    }

    @SuppressWarnings("unchecked")
    private static int compared(Readable field, Object value, Object given) {
        return ((Comparable<Object>) value).compareTo(stored(field.scalar(), given));
    }

    private static Object stored(Scalar scalar, Object given) {
        return switch (scalar) {
            case INT -> ((Number) given).longValue();
            case FLOAT -> ((Number) given).doubleValue();
            case DATE -> ObviousTimes.day(given.toString());
            case DATE_TIME -> ObviousTimes.moment(given.toString());
            case STRING, BOOLEAN, POINT, GEOMETRY, CODE, ENUM -> given;
        };
    }

    private static String comparable(Object text) {
        return VietnameseText.comparable(text.toString());
    }
}
