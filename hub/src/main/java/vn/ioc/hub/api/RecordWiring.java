// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.Row;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * Fetchers of all fields that nothing else serves: roots and fields of records by the record model, fields of what
 * controllers return by their names. It is asked last, so a controller's field stays the controller's.
 */
final class RecordWiring implements WiringFactory {
    /** Object types of a record type whose fields a statement has read already, by what follows its name. */
    private static final List<String> ROWS =
            List.of("", "Connection", "Edge", "Aggregate", "AggregateKey", "Bounds", "Average", "Sum");

    private final RootFetcher roots;
    private final Map<String, DataFetcher<?>> values;
    private final Set<String> rows =
            new TreeSet<>(Set.of("Provenance", "Fact", "RecordChange", "FieldChange", "Related", "Path", "PathHop"));

    RecordWiring(RecordModel model, RootFetcher roots, CodeLabels labels) {
        this.roots = roots;
        this.values = Map.of(
                "Code", new CodeFetcher(labels), "GeoPoint", new PointFetcher(), "PageInfo", new PageInfoFetcher());
        for (RecordType type : model.types()) {
            ROWS.forEach(suffix -> rows.add(type.name() + suffix));
        }
    }

    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
        String field = environment.getFieldDefinition().getName();
        String owner = environment.getParentType().getName();
        if (owner.equals("Query")) {
            return roots.find(field).orElseGet(() -> PropertyDataFetcher.fetching(field));
        }
        if (rows.contains(owner)) {
            return RowFetcher.INSTANCE;
        }
        DataFetcher<?> value = values.get(owner);
        return value == null ? PropertyDataFetcher.fetching(field) : value;
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
        return RecordWiring::typeOf;
    }

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
        return RecordWiring::typeOf;
    }

    private static @Nullable GraphQLObjectType typeOf(graphql.TypeResolutionEnvironment environment) {
        Object value = environment.getObject();
        String name = value instanceof Row row ? row.type() : value.getClass().getSimpleName();
        return environment.getSchema().getObjectType(name);
    }
}
