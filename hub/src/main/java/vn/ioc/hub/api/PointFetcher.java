// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.PointValue;

/** Fetches the fields of a point. */
final class PointFetcher implements LightDataFetcher<@Nullable Object> {
    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        if (!(source instanceof PointValue point)) {
            throw new IllegalStateException("a point is a point value");
        }
        return field.getName().equals("latitude") ? point.latitude() : point.longitude();
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        Object source = environment.getSource();
        return source == null ? null : get(environment.getFieldDefinition(), source, () -> environment);
    }
}
