// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.InputValueDefinition;
import graphql.language.IntValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks storage directives before they are stripped: graphql-java would only see what is left, so a misspelt argument
 * would pass in silence.
 */
final class DirectiveCheck {
    private static final Set<String> STANDARD = Set.of("deprecated", "specifiedBy", "oneOf");
    private final TypeDefinitionRegistry registry;

    DirectiveCheck(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    void check() {
        registry.types().values().forEach(type -> {
            check((DirectivesContainer<?>) type);
            if (type instanceof ObjectTypeDefinition object) {
                object.getFieldDefinitions().forEach(this::check);
            }
        });
    }

    private void check(DirectivesContainer<?> on) {
        for (Directive directive : on.getDirectives()) {
            if (STANDARD.contains(directive.getName())) {
                continue;
            }
            DirectiveDefinition definition = registry.getDirectiveDefinition(directive.getName())
                    .orElseThrow(() -> error(
                            SchemaException.Reason.UNKNOWN_DIRECTIVE,
                            directive,
                            "unknown directive; allowed are "
                                    + new TreeSet<>(
                                            registry.getDirectiveDefinitions().keySet())));
            arguments(directive, definition);
        }
    }

    private void arguments(Directive directive, DirectiveDefinition definition) {
        for (Argument argument : directive.getArguments()) {
            InputValueDefinition input = definition.getInputValueDefinitions().stream()
                    .filter(i -> i.getName().equals(argument.getName()))
                    .findFirst()
                    .orElseThrow(() -> error(
                            SchemaException.Reason.BAD_ARGUMENT,
                            directive,
                            "unknown argument '" + argument.getName() + "'; allowed are "
                                    + definition.getInputValueDefinitions().stream()
                                            .map(InputValueDefinition::getName)
                                            .collect(Collectors.joining(", "))));
            if (!fits(argument.getValue(), input.getType())) {
                throw error(
                        SchemaException.Reason.BAD_ARGUMENT,
                        directive,
                        "argument '" + argument.getName() + "' takes " + allowed(input.getType()));
            }
        }
        for (InputValueDefinition input : definition.getInputValueDefinitions()) {
            boolean required = input.getType() instanceof NonNullType && input.getDefaultValue() == null;
            if (required && directive.getArgument(input.getName()) == null) {
                throw error(
                        SchemaException.Reason.BAD_ARGUMENT,
                        directive,
                        "argument '" + input.getName() + "' is missing");
            }
        }
    }

    private boolean fits(Value<?> value, Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> !(value instanceof NullValue) && fits(value, nonNull.getType());
            case ListType list ->
                value instanceof ArrayValue array
                        ? array.getValues().stream().allMatch(v -> fits(v, list.getType()))
                        : fits(value, list.getType());
            case TypeName name -> value instanceof NullValue || fitsNamed(value, name.getName());
            default -> false;
        };
    }

    private boolean fitsNamed(Value<?> value, String type) {
        return switch (type) {
            case "String", "ID" -> value instanceof StringValue;
            case "Int" -> value instanceof IntValue;
            case "Boolean" -> value instanceof BooleanValue;
            default -> value instanceof EnumValue symbol && symbols(type).contains(symbol.getName());
        };
    }

    private Set<String> symbols(String type) {
        return RecordModelReader.enumValues(registry, type);
    }

    private String allowed(Type<?> type) {
        String name = TypeUtil.unwrapAll(type).getName();
        String symbols = String.join(", ", symbols(name));
        return symbols.isEmpty()
                ? "a value of " + TypeUtil.simplePrint(type)
                : "one of " + symbols + ", or what 'extend enum " + name + "' adds";
    }

    private static SchemaException error(SchemaException.Reason reason, Directive directive, String message) {
        return new SchemaException(
                reason, SdlReader.where(directive.getSourceLocation()), "@" + directive.getName() + ": " + message);
    }
}
