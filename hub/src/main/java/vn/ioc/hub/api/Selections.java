// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.Selection;

/** Views of what the client asks for, fragments, aliases and conditions resolved by graphql-java. */
public final class Selections {
    private Selections() {}

    /** The field that is being fetched, with all that is asked below it. */
    public static Selection of(DataFetchingEnvironment environment) {
        return new Selection(
                environment.getField().getName(),
                environment.getField().getResultKey(),
                arguments(environment.getArguments()),
                Set.of(),
                fields(environment.getSelectionSet().getImmediateFields()));
    }

    /**
     * All that is asked at a path below the field that is being fetched, e.g. {@code edges/node}, whatever its aliases.
     *
     * @return one per alias
     */
    public static List<Selection> at(DataFetchingEnvironment environment, String path) {
        return fields(environment.getSelectionSet().getFields(path));
    }

    private static List<Selection> fields(List<SelectedField> fields) {
        return fields.stream()
                .filter(field -> !field.getName().startsWith("__"))
                .map(Selections::field)
                .toList();
    }

    private static Selection field(SelectedField field) {
        return new Selection(
                field.getName(),
                field.getResultKey(),
                arguments(field.getArguments()),
                Set.copyOf(field.getObjectTypeNames()),
                fields(field.getSelectionSet().getImmediateFields()));
    }

    private static Map<String, @Nullable Object> arguments(@Nullable Map<String, Object> coerced) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        if (coerced != null) {
            coerced.forEach(arguments::put);
        }
        return arguments;
    }
}
