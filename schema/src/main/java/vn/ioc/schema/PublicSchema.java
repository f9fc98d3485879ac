// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import graphql.GraphQLError;
import graphql.language.EnumTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The schema as clients see it, derived from the record model: connections, filters, orders and root fields are added,
 * storage directives and the enums that only they use are taken away. Pure: the same SDL gives the same text.
 */
public final class PublicSchema {
    private static final Set<String> SHOWN_DIRECTIVES = Set.of("oneOf", "deprecated");

    private PublicSchema() {}

    /**
     * Derives the public schema. The model and its registry are left as they are.
     *
     * @throws SchemaException when a derived name is taken already
     */
    public static TypeDefinitionRegistry derive(RecordModel model) {
        TypeDefinitionRegistry derived = new TypeDefinitionRegistry().merge(model.registry());
        Set<String> storage = storageEnums(derived);
        StringBuilder further = new StringBuilder(PagingTypes.sdl());
        further.append(FilterTypes.shared(model));
        further.append(SearchTypes.sdl(model));
        further.append(AggregateTypes.shared());
        for (RecordType type : model.types()) {
            RecordObject.replace(derived, type);
            further.append(PagingTypes.connection(type));
            further.append(FilterTypes.of(type));
            further.append(OrderTypes.of(type));
            further.append(RootFields.of(type));
            further.append(AggregateTypes.of(type));
        }
        TypeDefinitionRegistry added = new SchemaParser().parse(further.toString());
        added.types().values().forEach(definition -> add(derived, definition));
        added.objectTypeExtensions().values().forEach(all -> all.forEach(extension -> add(derived, extension)));
        strip(derived, storage);
        return derived;
    }

    /** The public schema as SDL, as served and as committed in {@code schema/public.graphqls}. */
    public static String print(RecordModel model) {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(derive(model));
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeDirectives(SHOWN_DIRECTIVES::contains)
                        .includeDirectiveDefinitions(false)
                        .includeSchemaDefinition(false))
                .print(schema);
    }

    private static void add(TypeDefinitionRegistry registry, SDLDefinition<?> definition) {
        Optional<GraphQLError> clash = registry.add(definition);
        clash.ifPresent(error -> {
            String name = definition instanceof SDLNamedDefinition<?> named ? named.getName() : "a definition";
            throw new SchemaException(
                    SchemaException.Reason.CLASH,
                    "",
                    name + " is derived from the record types; give the type of that name in the SDL another one");
        });
    }

    /** Enums that only arguments of storage directives use. */
    private static Set<String> storageEnums(TypeDefinitionRegistry registry) {
        Set<String> enums = new TreeSet<>();
        registry.getDirectiveDefinitions()
                .values()
                .forEach(directive -> directive
                        .getInputValueDefinitions()
                        .forEach(argument -> enums.add(FieldReader.named(argument.getType()))));
        enums.removeIf(name -> !(registry.getTypeOrNull(name) instanceof EnumTypeDefinition));
        registry.getTypes(ObjectTypeDefinition.class)
                .forEach(object ->
                        object.getFieldDefinitions().forEach(f -> enums.remove(FieldReader.named(f.getType()))));
        registry.getTypes(graphql.language.InterfaceTypeDefinition.class)
                .forEach(face -> face.getFieldDefinitions().forEach(f -> enums.remove(FieldReader.named(f.getType()))));
        return enums;
    }

    private static void strip(TypeDefinitionRegistry registry, Set<String> storageEnums) {
        for (String name : storageEnums) {
            List.copyOf(registry.enumTypeExtensions().getOrDefault(name, List.of()))
                    .forEach(registry::remove);
            Optional.ofNullable(registry.getTypeOrNull(name)).ifPresent(registry::remove);
        }
        List.copyOf(registry.getDirectiveDefinitions().values()).forEach(registry::remove);
    }
}
