// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.List;
import java.util.Optional;

/** Argument values of one directive that {@link DirectiveCheck} has passed. */
record DirectiveValues(Directive directive) {

    Optional<String> text(String name) {
        return value(name).map(v -> switch (v) {
            case StringValue s -> s.getValue();
            case EnumValue e -> e.getName();
            default -> throw new IllegalStateException("unchecked directive value");
        });
    }

    String required(String name) {
        return text(name).orElseThrow();
    }

    List<String> texts(String name) {
        return value(name)
                .map(v -> v instanceof ArrayValue array
                        ? array.getValues().stream()
                                .map(e -> ((StringValue) e).getValue())
                                .toList()
                        : List.of(((StringValue) v).getValue()))
                .orElse(List.of());
    }

    int number(String name, int otherwise) {
        return value(name).map(v -> ((IntValue) v).getValue().intValueExact()).orElse(otherwise);
    }

    boolean flag(String name) {
        return value(name).map(v -> ((BooleanValue) v).isValue()).orElse(false);
    }

    private Optional<Value<?>> value(String name) {
        return Optional.ofNullable(directive.getArgument(name)).map(Argument::getValue);
    }
}
