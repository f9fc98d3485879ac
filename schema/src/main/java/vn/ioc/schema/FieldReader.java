// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import java.util.Optional;

/** Reads one field of a record type: a scalar field or a link. */
final class FieldReader {
    private static final Map<String, RecordField.Scalar> SCALARS = Map.of(
            "String", RecordField.Scalar.STRING,
            "ID", RecordField.Scalar.STRING,
            "Int", RecordField.Scalar.INT,
            "Float", RecordField.Scalar.FLOAT,
            "Boolean", RecordField.Scalar.BOOLEAN,
            "Date", RecordField.Scalar.DATE,
            "DateTime", RecordField.Scalar.DATE_TIME,
            "GeoPoint", RecordField.Scalar.POINT,
            "GeoJSON", RecordField.Scalar.GEOMETRY,
            "Code", RecordField.Scalar.CODE);

    private final TypeDefinitionRegistry registry;

    FieldReader(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    RecordField field(String owner, FieldDefinition field) {
        String type = named(field.getType());
        RecordField.Scalar scalar = scalar(owner, field, type);
        Optional<String> codes =
                RecordModelReader.directive(field.getDirectives("codes")).map(d -> d.required("list"));
        if ((scalar == RecordField.Scalar.CODE) != codes.isPresent()) {
            throw error(owner, field, "a field of type Code, and no other, takes @codes(list:)");
        }
        Optional<RecordField.Search> search = RecordModelReader.directive(field.getDirectives("search"))
                .map(d -> new RecordField.Search(
                        d.text("as").map(RecordField.SearchAs::valueOf).orElse(RecordField.SearchAs.TEXT),
                        d.number("boost", 1)));
        return new RecordField(
                field.getName(),
                scalar,
                isList(field.getType()),
                field.getType() instanceof NonNullType,
                scalar == RecordField.Scalar.ENUM ? Optional.of(type) : Optional.empty(),
                codes,
                search,
                field.hasDirective("index"),
                field.hasDirective("facet"),
                RecordModelReader.directive(field.getDirectives("personal")).flatMap(d -> d.text("kind")),
                field.hasDirective("derived"),
                RecordModelReader.description(field.getDescription()));
    }

    RecordLink link(String owner, FieldDefinition field) {
        DirectiveValues link = new DirectiveValues(field.getDirectives("link").getFirst());
        String type = link.required("type");
        if (!type.matches("[A-Z][A-Z0-9_]{0,40}")) {
            throw error(owner, field, "@link(type:) is UPPER_SNAKE, at most 41 characters");
        }
        boolean many = isList(field.getType());
        return new RecordLink(
                owner,
                field.getName(),
                named(field.getType()),
                type,
                link.text("direction").filter("IN"::equals).isEmpty(),
                many,
                field.getType() instanceof NonNullType,
                RecordLink.Origin.DECLARED,
                link.text("inverse"),
                Optional.empty(),
                RecordModelReader.description(field.getDescription()));
    }

    private RecordField.Scalar scalar(String owner, FieldDefinition field, String type) {
        RecordField.Scalar known = SCALARS.get(type);
        if (known != null) {
            return known;
        }
        if (registry.getTypeOrNull(type) instanceof EnumTypeDefinition) {
            return RecordField.Scalar.ENUM;
        }
        boolean record =
                registry.getTypeOrNull(type) instanceof ObjectTypeDefinition object && object.hasDirective("record");
        throw error(
                owner,
                field,
                record
                        ? "a field of a record type needs @link"
                        : "type '" + type + "' is not known; allowed are " + new java.util.TreeSet<>(SCALARS.keySet())
                                + ", enums, and record types with @link");
    }

    static String named(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> named(nonNull.getType());
            case ListType list -> named(list.getType());
            case TypeName name -> name.getName();
            default -> throw new IllegalStateException("unknown SDL type node");
        };
    }

    private static boolean isList(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> isList(nonNull.getType());
            case ListType list -> true;
            default -> false;
        };
    }

    private static SchemaException error(String owner, FieldDefinition field, String message) {
        return new SchemaException(
                SchemaException.Reason.INVALID_RECORD,
                SdlReader.where(field.getSourceLocation()),
                owner + "." + field.getName() + ": " + message);
    }
}
