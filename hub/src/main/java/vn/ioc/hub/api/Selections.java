// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
     * All that is asked at a path below the field that is being fetched, e.g. {@code edges/node}, all its aliases together;
     * they are one record, read once.
     *
     * @return empty when it is not asked for
     * @throws ApiException BAD_REQUEST when two aliases ask for different things under one name
     */
    public static Optional<Selection> at(DataFetchingEnvironment environment, String path) {
        return fields(environment.getSelectionSet().getFields(path)).stream()
                .reduce((one, other) -> together(path, one, other));
    }

    private static Selection together(String path, Selection one, Selection other) {
        List<Selection> fields = new ArrayList<>(one.fields());
        for (Selection field : other.fields()) {
            int same = IntStream.range(0, fields.size())
                    .filter(i -> fields.get(i).key().equals(field.key())
                            && !Collections.disjoint(fields.get(i).types(), field.types()))
                    .findFirst()
                    .orElse(-1);
            if (same < 0) {
                fields.add(field);
            } else {
                fields.set(same, merged(path, fields.get(same), field));
            }
        }
        return new Selection(one.name(), one.key(), one.arguments(), one.types(), fields);
    }

    private static Selection merged(String path, Selection one, Selection other) {
        if (!one.name().equals(other.name())
                || !one.arguments().equals(other.arguments())
                || !one.types().equals(other.types())) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST,
                    "'" + path + "' is asked for under several names, and '" + one.key()
                            + "' below them means different things; give it different names");
        }
        return together(path, one, other);
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
