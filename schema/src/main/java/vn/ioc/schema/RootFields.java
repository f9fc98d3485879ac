// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.stream.Collectors;

/** The root pair of a record type: a list of all, and one by its key. */
final class RootFields {
    private RootFields() {}

    static String of(RecordType type) {
        return "extend type Query {\n"
                + SdlText.description(
                        "Records of type " + type.name() + " that the caller may read. " + type.description())
                + type.plural() + PagingTypes.arguments(type.name()) + ": " + type.name() + "Connection!\n"
                + SdlText.description("One record of type " + type.name() + " by its key; null when absent or hidden.")
                + type.singular() + "(" + key(type) + "): " + type.name() + "\n}\n";
    }

    private static String key(RecordType type) {
        String source = type.local()
                ? SdlText.line("The source whose own key it is, e.g. the `source` of the record.", "source", "String!")
                : "";
        return source
                + type.key().stream()
                        .map(type::field)
                        .map(f -> SdlText.line(
                                f.description().isEmpty() ? f.name() : f.description(), f.name(), argument(f)))
                        .collect(Collectors.joining());
    }

    private static String argument(RecordField field) {
        return switch (field.scalar()) {
            case INT -> "Int!";
            case FLOAT -> "Float!";
            case BOOLEAN -> "Boolean!";
            case DATE -> "Date!";
            case DATE_TIME -> "DateTime!";
            case ENUM -> field.enumType().orElseThrow() + "!";
            case STRING, CODE, POINT, GEOMETRY -> "String!";
        };
    }
}
