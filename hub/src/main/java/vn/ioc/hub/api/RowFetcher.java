// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.GraphException;
import vn.ioc.hub.graph.Row;

/** Fetches what the statement of the root has read already; trivial, so that nothing is observed per field. */
final class RowFetcher implements LightDataFetcher<@Nullable Object> {
    static final RowFetcher INSTANCE = new RowFetcher();

    private RowFetcher() {}

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        return get(source, environment.get());
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        return get(environment.getSource(), environment);
    }

    private static @Nullable Object get(@Nullable Object source, DataFetchingEnvironment environment) {
        if (!(source instanceof Row row)) {
            throw new IllegalStateException("a record, a page or an edge is a row");
        }
        Object value = row.get(environment.getField().getResultKey());
        if (value instanceof GraphException refused) {
            throw refused;
        }
        return value;
    }
}
