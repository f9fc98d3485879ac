// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

/** Filters of single values. What is given must hold all together. */
final class ScalarFilters {
    private ScalarFilters() {}

    static String sdl() {
        return ordered("Int", "a whole number")
                + ordered("Float", "a number")
                + ordered("Date", "a day")
                + ordered("DateTime", "a moment")
                + """
                "Compares a text. `contains` and `startsWith` ignore case and tone placement (hoà, hòa), not accents; the others are exact."
                input StringFilter {
                """ + equal("String") + """
                  "Has this in it."
                  contains: String
                  "Begins with this."
                  startsWith: String
                """ + isNull() + """
                }
                "Compares a code or a name that is one, exactly."
                input CodeFilter {
                """ + equal("String") + isNull() + """
                }
                "Compares the hub's own id."
                input IdFilter {
                """ + equal("ID") + """
                }
                "Compares yes or no."
                input BooleanFilter {
                  "Is equal."
                  eq: Boolean
                  "Is not equal, or is missing."
                  ne: Boolean
                """
                + isNull() + """
                }
                "Compares a list of texts."
                input StringListFilter {
                  "One of them is this, exactly."
                  has: String
                  "There are none."
                  isEmpty: Boolean
                }
                "Asks whether there is a value."
                input PresenceFilter {
                """ + isNull() + """
                }
                """;
    }

    /** The filter of points. */
    static String region() {
        return """
                "Compares a point, WGS 84."
                input GeoPointFilter {
                  "Lies in this region; false of a missing point."
                  within: GeoRegion
                """ + isNull() + """
                }
                "A part of the Earth's surface: exactly one of these."
                input GeoRegion @oneOf {
                  "Between two parallels and two meridians, the edges included."
                  box: GeoBox
                  "Inside these corners, 3 to 500, by the even-odd rule; the last is joined with the first."
                  polygon: [GeoPosition!]
                  "Not farther than a radius."
                  circle: GeoCircle
                }
                "Two parallels and two meridians, decimal degrees."
                input GeoBox {
                  "Southern edge (vĩ độ nam)."
                  south: Float!
                  "Western edge (kinh độ tây)."
                  west: Float!
                  "Northern edge (vĩ độ bắc), not below `south`."
                  north: Float!
                  "Eastern edge (kinh độ đông), not below `west`."
                  east: Float!
                }
                "A position, decimal degrees."
                input GeoPosition {
                  "Vĩ độ, degrees north."
                  latitude: Float!
                  "Kinh độ, degrees east."
                  longitude: Float!
                }
                "A circle on the ground."
                input GeoCircle {
                  "Vĩ độ of the centre, degrees north."
                  latitude: Float!
                  "Kinh độ of the centre, degrees east."
                  longitude: Float!
                  "Bán kính in metres, above 0, at most 1,000,000."
                  radius: Float!
                }
                """;
    }

    /** The filter of {@code place}: by what areas cover. */
    static String place() {
        return """
                "Where a record lies. An area covers its parts, its predecessors, and successors that were formed wholly from what it covers; a record lies in it when `place` or `placeNow` does."
                input PlaceFilter {
                  "Lies in this area: an id, or a code, e.g. 20926, which names the area that has it today, else the one that had it last."
                  eq: String
                  "Lies in one of these areas: codes or ids."
                  in: [String!]
                  "Lies in an area with such a code; the same as `eq` and `in`."
                  code: PlaceCodeFilter
                  "Its `place` itself is such an area; nothing is covered."
                  is: AreaFilter
                """ + isNull() + """
                }
                "Names areas by code."
                input PlaceCodeFilter {
                  "This code."
                  eq: String
                  "One of these codes."
                  in: [String!]
                }
                """;
    }

    /** A filter of a closed set of values. */
    static String choice(String type) {
        return "\"Compares a value of " + type + ".\"\ninput " + type + "Filter {\n" + equal(type) + isNull() + "}\n";
    }

    /** The filter of a field's values. */
    static String nameFor(RecordField field) {
        if (field.list()) {
            return "StringListFilter";
        }
        return switch (field.scalar()) {
            case STRING -> "StringFilter";
            case INT -> "IntFilter";
            case FLOAT -> "FloatFilter";
            case BOOLEAN -> "BooleanFilter";
            case DATE -> "DateFilter";
            case DATE_TIME -> "DateTimeFilter";
            case CODE -> "CodeFilter";
            case ENUM -> field.enumType().orElseThrow() + "Filter";
            case POINT -> "GeoPointFilter";
            case GEOMETRY -> "PresenceFilter";
        };
    }

    private static String ordered(String type, String what) {
        return "\"Compares " + what + ".\"\ninput " + type + "Filter {\n" + equal(type) + """
                  "Is less or earlier."
                  lt: %1$s
                  "Is less or earlier, or equal."
                  lte: %1$s
                  "Is greater or later."
                  gt: %1$s
                  "Is greater or later, or equal."
                  gte: %1$s
                """.formatted(type) + isNull()
                + "}\n";
    }

    private static String equal(String type) {
        return """
                  "Is equal."
                  eq: %1$s
                  "Is not equal, or is missing."
                  ne: %1$s
                  "Is one of these."
                  in: [%1$s!]
                """.formatted(type);
    }

    private static String isNull() {
        return """
                  "Is missing (true), or is there (false)."
                  isNull: Boolean
                """;
    }
}
