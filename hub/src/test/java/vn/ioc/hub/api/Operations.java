// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Visibility;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Makes random valid arguments from the record model, with values that occur in the data. */
final class Operations {
    private static final List<String> ORDERED = List.of("eq", "ne", "in", "lt", "lte", "gt", "gte", "isNull");
    private final RecordModel model;
    private final Set<String> types;
    private final List<TestRecord> records;
    private final List<String> areas;
    private final Random random;
    private final Rights rights;

    Operations(
            RecordModel model,
            Set<String> types,
            List<TestRecord> records,
            List<String> areas,
            Rights rights,
            Random random) {
        this.model = model;
        this.types = types;
        this.records = records;
        this.areas = areas;
        this.rights = rights;
        this.random = random;
    }

    Map<String, Object> where(RecordType type, int depth) {
        Map<String, Object> where = new LinkedHashMap<>();
        for (int parts = random.nextInt(3); parts >= 0; parts--) {
            int kind = random.nextInt(depth > 0 ? 10 : 5);
            switch (kind) {
                case 5 -> where.put("not", where(type, depth - 1));
                case 6 -> where.put("or", List.of(where(type, depth - 1), where(type, depth - 1)));
                case 7 -> where.put("and", List.of(where(type, depth - 1), where(type, depth - 1)));
                case 8 -> where.put("place", Map.of("in", List.of(one(areas))));
                case 9 -> {
                    List<RecordLink> links = links(type);
                    if (!links.isEmpty()) {
                        RecordLink link = one(links);
                        Map<String, Object> such = where(model.type(link.target()), depth - 1);
                        where.put(link.name(), link.many() ? Map.of(one(List.of("some", "none", "all")), such) : such);
                    }
                }
                default -> {
                    RecordField field = one(readable(type));
                    where.put(field.name(), comparison(type, field));
                }
            }
        }
        return where;
    }

    List<Map<String, String>> order(RecordType type) {
        List<RecordField> fields =
                readable(type).stream().filter(type::orderable).toList();
        List<Map<String, String>> order = new ArrayList<>();
        Set<String> seen = new java.util.TreeSet<>();
        for (int columns = random.nextInt(3); columns >= 0; columns--) {
            String field = one(fields).name();
            if (seen.add(field)) {
                order.add(Map.of(field, random.nextBoolean() ? "ASC" : "DESC"));
            }
        }
        return order;
    }

    /** Links between the types that the data has, places left out. */
    List<RecordLink> links(RecordType type) {
        return type.links().values().stream()
                .filter(l -> types.contains(l.target()) && l.origin() != RecordLink.Origin.TERRITORY)
                .toList();
    }

    List<RecordField> readable(RecordType type) {
        return type.fields().values().stream()
                .filter(f -> rights.visibility(f) == Visibility.CLEAR)
                .filter(f -> switch (f.scalar()) {
                    case POINT, GEOMETRY -> false;
                    case STRING, INT, FLOAT, BOOLEAN, DATE, DATE_TIME, CODE, ENUM -> true;
                })
                .toList();
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String operator(RecordField field) {
        if (field.list()) {
            return one(List.of("has", "isEmpty"));
        }
        return switch (field.scalar()) {
            case STRING -> one(List.of("eq", "ne", "in", "contains", "startsWith", "isNull"));
            case INT, FLOAT, DATE, DATE_TIME -> one(ORDERED);
            case BOOLEAN -> one(List.of("eq", "ne", "isNull"));
            case CODE, ENUM -> one(List.of("eq", "ne", "in", "isNull"));
            case POINT, GEOMETRY -> throw new IllegalArgumentException(field.name());
        };
    }

    private Map<String, Object> comparison(RecordType type, RecordField field) {
        String operator = operator(field);
        return switch (operator) {
            case "isNull", "isEmpty" -> Map.of(operator, random.nextBoolean());
            case "in" -> Map.of(operator, List.of(value(type, field), value(type, field)));
            case "contains", "startsWith" -> {
                String text = String.valueOf(value(type, field));
                int length = Math.min(text.length(), 1 + random.nextInt(5));
                int from = operator.equals("contains") ? random.nextInt(text.length() - length + 1) : 0;
                yield Map.of(operator, text.substring(from, from + length));
            }
            default -> Map.of(operator, value(type, field));
        };
    }

    /** As a client sends it. */
    private Object value(RecordType type, RecordField field) {
        List<Object> values = records.stream()
                .filter(r -> r.type().equals(type.name()))
                .map(r -> r.values().get(field.name()))
                .filter(java.util.Objects::nonNull)
                .flatMap(v -> v instanceof List<?> list ? list.stream() : java.util.stream.Stream.of(v))
                .map(Object.class::cast)
                .toList();
        Object value = values.isEmpty() ? none(field) : one(values);
        return value instanceof Long number
                ? (Object) number.intValue()
                : value instanceof Boolean ? value : Oracle.text(value);
    }

    private static Object none(RecordField field) {
        return switch (field.scalar()) {
            case INT -> 1L;
            case FLOAT, POINT, GEOMETRY -> 1.5;
            case BOOLEAN -> true;
            case DATE -> "2022-01-05";
            case DATE_TIME -> "2022-01-05T00:00Z";
            case STRING, CODE, ENUM -> "x";
        };
    }
}
