// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.Map;
import vn.ioc.schema.RecordField.Scalar;

/** The root field that groups records of a type, with the types of its argument and of its answer. */
final class AggregateTypes {
    private AggregateTypes() {}

    /** What the aggregates of all types share. */
    static String shared() {
        return """
                "Makes a group of each value, as it is."
                enum Grouping {
                  "Each value is a group; records without one make the group whose key is null."
                  VALUE
                }
                "The length of a span of time (khoảng thời gian); days begin at midnight in Asia/Ho_Chi_Minh."
                enum TimeBucket {
                  "A day (ngày)."
                  DAY
                  "A week (tuần), Monday to Sunday."
                  WEEK
                  "A calendar month (tháng)."
                  MONTH
                  "A quarter (quý), from January, April, July or October."
                  QUARTER
                  "A calendar year (năm)."
                  YEAR
                }
                "To which area (địa bàn) a record counts."
                enum AreaGrouping {
                  "To the area itself, whatever its level."
                  ITSELF
                  "To the commune (cấp xã) that it is or is part of."
                  COMMUNE
                  "To the district (cấp huyện) that it is or is part of; to none since July 2025."
                  DISTRICT
                  "To the province (cấp tỉnh) that it is or is part of."
                  PROVINCE
                }
                "Which group comes first."
                enum AggregateOrder {
                  "By the keys, in the order of the dimensions, smallest or earliest first; missing ones last."
                  KEY
                  "The group of most records first."
                  COUNT
                }
                "A calendar span that records are grouped by (khoảng thời gian)."
                type TimeSpan {
                  "Its first day."
                  from: Date!
                  "Its last day."
                  to: Date!
                  "Its short name: 2026-06-30, 2026-W27, 2026-06, 2026-Q2, 2026."
                  label: String!
                }
                """;
    }

    static String of(RecordType type) {
        String name = type.name();
        StringBuilder sdl = new StringBuilder(root(type));
        sdl.append(SdlText.description("One dimension of groups of type " + name + ": exactly one field."));
        sdl.append("input ").append(name).append("GroupBy @oneOf {\n");
        StringBuilder key = new StringBuilder(SdlText.description("What the records of a group of type " + name
                + " have in common: what was grouped by; null for the rest, and for records without the value."));
        key.append("type ").append(name).append("AggregateKey {\n");
        Aggregates.groups(type).forEach((field, scalar) -> {
            sdl.append(SdlText.line(
                    Aggregates.isTime(scalar)
                            ? "Makes a group of each span of time that `" + field + "` falls in."
                            : "Makes a group of each `" + field + "`.",
                    field,
                    Aggregates.isTime(scalar) ? "TimeBucket" : "Grouping"));
            key.append(SdlText.line(
                    "The `" + field + "` that the group has in common; null when it was not grouped by, or is missing.",
                    field,
                    shown(type, field, scalar)));
        });
        Aggregates.links(type).forEach(link -> {
            boolean area = Aggregates.isArea(link);
            sdl.append(SdlText.line(
                    area
                            ? "Makes a group of each area (địa bàn) that `" + link.name() + "` is or is part of."
                            : "Makes a group of each record that `" + link.name() + "` leads to.",
                    link.name(),
                    area ? "AreaGrouping" : "Grouping"));
            key.append(SdlText.line(
                    "The `" + link.name() + "` that the group has in common"
                            + (area ? ", or the area that it is part of" : "")
                            + "; null when it was not grouped by, there is none or it is hidden.",
                    link.name(),
                    link.target()));
        });
        return sdl.append("}\n").append(key).append("}\n").append(answer(type)).toString();
    }

    private static String root(RecordType type) {
        return "extend type Query {\n"
                + SdlText.description("Figures over records of type " + type.name()
                        + " that the caller may read, in groups. At most " + Aggregates.DIMENSIONS
                        + " dimensions; more than 1,000 groups are refused unless `first` cuts them.")
                + Aggregates.root(type) + "("
                + SdlText.line(
                        "Which records; all that the caller may read when absent.", "where", type.name() + "Filter")
                + SdlText.line(
                        "What groups are made by; one group of all when absent.", "by", "[" + type.name() + "GroupBy!]")
                + SdlText.line("Which group comes first.", "orderBy", "AggregateOrder = KEY")
                + SdlText.line("Groups wanted, 1 to 1,000; all when absent.", "first", "Int")
                + "): [" + type.name() + "Aggregate!]!\n}\n";
    }

    private static String answer(RecordType type) {
        String name = type.name();
        StringBuilder sdl = new StringBuilder("""
                "A group of records of type %1$s and figures over it."
                type %1$sAggregate {
                  "What its records have in common."
                  key: %1$sAggregateKey!
                  "How many records it has."
                  count: Int!
                  "The smallest or earliest values."
                  min: %1$sBounds!
                  "The greatest or latest values."
                  max: %1$sBounds!
                """.formatted(name));
        StringBuilder bounds = new StringBuilder("\"Smallest or greatest values of a group of type " + name
                + "; null when no record has one.\"\ntype " + name + "Bounds {\n");
        for (Map.Entry<String, Scalar> field : Aggregates.bounds(type).entrySet()) {
            bounds.append(SdlText.line(
                    "The smallest or greatest `" + field.getKey() + "`; null when no record has one.",
                    field.getKey(),
                    scalar(field.getValue())));
        }
        bounds.append("}\n");
        if (!Aggregates.numbers(type).isEmpty()) {
            sdl.append(SdlText.line("Arithmetic means (trung bình) of its numbers.", "avg", name + "Average!"));
            sdl.append(SdlText.line("Sums (tổng) of its numbers.", "sum", name + "Sum!"));
            numbers(type, "Average", "Mean", "null", bounds);
            numbers(type, "Sum", "Sum", "0, never null,", bounds);
        }
        return sdl.append("}\n").append(bounds).toString();
    }

    private static void numbers(RecordType type, String suffix, String what, String missing, StringBuilder sdl) {
        sdl.append(SdlText.description(what + " of each number over a group of type " + type.name() + "."));
        sdl.append("type ").append(type.name()).append(suffix).append(" {\n");
        Aggregates.numbers(type)
                .forEach(field -> sdl.append(SdlText.line(
                        what + " of `" + field + "`, in its unit; " + missing + " when no record has one.",
                        field,
                        "Float")));
        sdl.append("}\n");
    }

    private static String shown(RecordType type, String field, Scalar scalar) {
        return switch (scalar) {
            case DATE, DATE_TIME -> "TimeSpan";
            case CODE -> field.equals("source") ? "String" : "Code";
            case ENUM -> type.findField(field).flatMap(RecordField::enumType).orElse("Audience");
            case STRING, INT, FLOAT, BOOLEAN, POINT, GEOMETRY -> scalar(scalar);
        };
    }

    private static String scalar(Scalar scalar) {
        return switch (scalar) {
            case INT -> "Int";
            case FLOAT -> "Float";
            case BOOLEAN -> "Boolean";
            case DATE -> "Date";
            case DATE_TIME -> "DateTime";
            case STRING, CODE, ENUM, POINT, GEOMETRY -> "String";
        };
    }
}
