// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One thing that clients see and may rely on.
 *
 * @param coordinate its schema coordinate: {@code Type}, {@code Type.field}, {@code Type.field(argument:)}
 * @param owner name of the type that has it; empty for a type
 * @param description empty when there is none
 * @param type its type, printed; empty for types and enum values
 * @param deprecation why it is deprecated; empty when it is not
 */
record SchemaElement(
        Kind kind, String coordinate, String owner, String name, String description, String type, String deprecation) {
    private static final Set<String> BUILT_IN = Set.of("String", "Int", "Float", "Boolean", "ID");

    enum Kind {
        TYPE,
        FIELD,
        ARGUMENT,
        INPUT_FIELD,
        ENUM_VALUE
    }

    /** Everything in a schema but what GraphQL itself brings, by coordinate. */
    static List<SchemaElement> of(GraphQLSchema schema) {
        List<SchemaElement> all = new ArrayList<>();
        schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__") && !BUILT_IN.contains(type.getName()))
                .forEach(type -> add(all, type));
        all.sort(Comparator.comparing(SchemaElement::coordinate));
        return all;
    }

    private static void add(List<SchemaElement> all, GraphQLNamedType type) {
        all.add(element(Kind.TYPE, type.getName(), "", type, "", null));
        switch (type) {
            case GraphQLFieldsContainer fields ->
                fields.getFieldDefinitions().forEach(field -> add(all, type.getName(), field));
            case GraphQLInputObjectType input ->
                input.getFieldDefinitions()
                        .forEach(f -> all.add(element(
                                Kind.INPUT_FIELD,
                                input.getName() + "." + f.getName(),
                                input.getName(),
                                f,
                                GraphQLTypeUtil.simplePrint(f.getType()),
                                f.getDeprecationReason())));
            case GraphQLEnumType symbols ->
                symbols.getValues()
                        .forEach(v -> all.add(element(
                                Kind.ENUM_VALUE,
                                symbols.getName() + "." + v.getName(),
                                symbols.getName(),
                                v,
                                "",
                                v.getDeprecationReason())));
            default -> {}
        }
    }

    private static void add(List<SchemaElement> all, String owner, GraphQLFieldDefinition field) {
        String coordinate = owner + "." + field.getName();
        all.add(element(
                Kind.FIELD,
                coordinate,
                owner,
                field,
                GraphQLTypeUtil.simplePrint(field.getType()),
                field.getDeprecationReason()));
        for (GraphQLArgument argument : field.getArguments()) {
            all.add(element(
                    Kind.ARGUMENT,
                    coordinate + "(" + argument.getName() + ":)",
                    owner,
                    argument,
                    GraphQLTypeUtil.simplePrint(argument.getType()),
                    argument.getDeprecationReason()));
        }
    }

    private static SchemaElement element(
            Kind kind,
            String coordinate,
            String owner,
            GraphQLNamedSchemaElement named,
            String type,
            String deprecation) {
        return new SchemaElement(
                kind,
                coordinate,
                owner,
                named.getName(),
                named.getDescription() == null ? "" : named.getDescription().strip(),
                type,
                deprecation == null ? "" : deprecation);
    }
}
