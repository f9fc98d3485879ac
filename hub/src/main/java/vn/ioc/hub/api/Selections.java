// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Set;
import vn.ioc.hub.graph.Selection;

/** What is asked, as the graph reads it: fragments, aliases, conditions and defaults are resolved by graphql-java. */
public final class Selections {
    private Selections() {}

    /** The field that is being fetched, with everything below it. */
    static Selection of(DataFetchingEnvironment environment) {
        return new Selection(
                environment.getField().getName(),
                environment.getField().getResultKey(),
                environment.getArguments(),
                Set.of(),
                below(environment.getSelectionSet()));
    }

    /** What is asked at a path below the field that is being fetched, e.g. {@code edges/node}. */
    public static Selection at(DataFetchingEnvironment environment, String path) {
        List<Selection> fields = environment.getSelectionSet().getFields(path).stream()
                .flatMap(f -> below(f.getSelectionSet()).stream())
                .toList();
        return new Selection(path, path, java.util.Map.of(), Set.of(), fields);
    }

    private static List<Selection> below(DataFetchingFieldSelectionSet set) {
        return set.getImmediateFields().stream().map(Selections::field).toList();
    }

    private static Selection field(SelectedField field) {
        return new Selection(
                field.getName(),
                field.getResultKey(),
                field.getArguments(),
                Set.copyOf(field.getObjectTypeNames()),
                below(field.getSelectionSet()));
    }
}
