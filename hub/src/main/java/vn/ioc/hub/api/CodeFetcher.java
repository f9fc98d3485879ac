// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.CodeValue;

/** Fetches the fields of a code; its label is the code itself when the list does not know it. */
final class CodeFetcher implements LightDataFetcher<@Nullable Object> {
    private final CodeLabels labels;

    CodeFetcher(CodeLabels labels) {
        this.labels = labels;
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        if (!(source instanceof CodeValue code)) {
            throw new IllegalStateException("a code is a code value");
        }
        return switch (field.getName()) {
            case "code" -> code.code();
            case "list" -> code.list();
            case "label" -> {
                String language = String.valueOf(environment.get().<Object>getArgument("lang"));
                yield labels.label(code.list(), code.code(), code.on(), language)
                        .orElse(code.code());
            }
            default -> throw new IllegalStateException("a code has no field " + field.getName());
        };
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        Object source = environment.getSource();
        return source == null ? null : get(environment.getFieldDefinition(), source, () -> environment);
    }
}
