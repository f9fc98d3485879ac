// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ioc.schema.RecordField.Scalar;

/** What records of a type are grouped by and what is computed over each group. Personal fields are neither. */
public final class Aggregates {
    /** The most dimensions of one grouping. */
    public static final int DIMENSIONS = 3;

    private static final Map<String, Scalar> COMMON = common();

    private Aggregates() {}

    /** Name of the root field that groups records of the type. */
    public static String root(RecordType type) {
        return type.singular() + "Aggregate";
    }

    /** Fields whose values make groups, with what they hold; moments and days are cut to buckets. In a stable order. */
    public static Map<String, Scalar> groups(RecordType type) {
        Map<String, Scalar> groups = new LinkedHashMap<>(dated(type));
        groups.put("source", Scalar.CODE);
        groups.put("audience", Scalar.ENUM);
        type.fields().values().stream().filter(f -> groups(type, f)).forEach(f -> groups.put(f.name(), f.scalar()));
        return groups;
    }

    /** Links to one whose target makes groups, {@code place} and {@code placeNow} included. */
    public static List<RecordLink> links(RecordType type) {
        return type.links().values().stream().filter(l -> !l.many()).toList();
    }

    /** Fields that have a smallest and a greatest value, with what they hold. */
    public static Map<String, Scalar> bounds(RecordType type) {
        Map<String, Scalar> bounds = new LinkedHashMap<>(dated(type));
        type.fields().values().stream()
                .filter(f -> plain(f) && (isNumber(f.scalar()) || isTime(f.scalar())))
                .forEach(f -> bounds.put(f.name(), f.scalar()));
        return bounds;
    }

    /** Fields that have a mean and a sum. */
    public static List<String> numbers(RecordType type) {
        return type.fields().values().stream()
                .filter(f -> plain(f) && isNumber(f.scalar()))
                .map(RecordField::name)
                .toList();
    }

    public static boolean isTime(Scalar scalar) {
        return scalar == Scalar.DATE || scalar == Scalar.DATE_TIME;
    }

    /** Whether the link ends at an area, which may be rolled up to one that it is part of. */
    public static boolean isArea(RecordLink link) {
        return link.target().equals(RecordModel.AREA);
    }

    private static boolean groups(RecordType type, RecordField field) {
        if (!plain(field)) {
            return false;
        }
        return switch (field.scalar()) {
            case CODE, ENUM, BOOLEAN, DATE, DATE_TIME -> true;
            case STRING -> field.facet() || field.indexed();
            case INT -> field.facet() || field.indexed() || type.key().contains(field.name());
            case FLOAT, POINT, GEOMETRY -> false;
        };
    }

    private static boolean plain(RecordField field) {
        return !field.list() && field.personal().isEmpty();
    }

    private static boolean isNumber(Scalar scalar) {
        return Set.of(Scalar.INT, Scalar.FLOAT).contains(scalar);
    }

    /** The common times, without a date that shows a personal one. */
    private static Map<String, Scalar> dated(RecordType type) {
        Map<String, Scalar> times = new LinkedHashMap<>(COMMON);
        if (Optional.of(type)
                .flatMap(RecordType::date)
                .flatMap(d -> type.field(d).personal())
                .isPresent()) {
            times.remove("date");
        }
        return times;
    }

    private static Map<String, Scalar> common() {
        Map<String, Scalar> common = new LinkedHashMap<>();
        common.put("date", Scalar.DATE);
        common.put("updatedAt", Scalar.DATE_TIME);
        return common;
    }
}
