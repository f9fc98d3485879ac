// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.PropertyDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.Row;

/** Fetches where a page stands: of records, which is a row of a statement, or of a search, which its controller returns. */
final class PageInfoFetcher implements LightDataFetcher<@Nullable Object> {
    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        return source instanceof Row
                ? RowFetcher.INSTANCE.get(field, source, environment)
                : PropertyDataFetcher.fetching(field.getName()).get(field, source, environment);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        return environment.getSource() instanceof Object page
                ? get(environment.getFieldDefinition(), page, () -> environment)
                : null;
    }
}
