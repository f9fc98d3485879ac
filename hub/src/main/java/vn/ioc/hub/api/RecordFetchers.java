// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.Row;
import vn.ioc.hub.graph.Selection;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Fetchers of everything that is derived from the record types; asked only for fields that no controller owns. */
final class RecordFetchers implements WiringFactory {
    private final Records records;
    private final Map<String, RecordType> plurals = new HashMap<>();
    private final Map<String, RecordType> singulars = new HashMap<>();
    private final Executor threads;

    /** What the fetchers need of the rooms below. */
    interface Records {
        Row list(RecordType type, Selection field, Rights rights);

        Optional<Row> one(String uid, Selection field, Rights rights);

        Rights rights();
    }

    RecordFetchers(RecordModel model, Records records, Executor threads) {
        this.records = records;
        this.threads = threads;
        model.types().forEach(type -> {
            plurals.put(type.plural(), type);
            singulars.put(type.singular(), type);
        });
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
        return env -> env.getSchema().getObjectType(((Row) env.getObject()).type());
    }

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
        return env -> env.getSchema().getObjectType(((Row) env.getObject()).type());
    }

    @Override
    public @Nullable DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
        String field = environment.getFieldDefinition().getName();
        if (!environment.getParentType().getName().equals("Query")) {
            return new Nested(field);
        }
        RecordType list = plurals.get(field);
        if (list != null) {
            return env -> later(env, (selection, rights) -> records.list(list, selection, rights));
        }
        RecordType one = singulars.get(field);
        if (one != null) {
            return env -> later(env, (selection, rights) ->
                    records.one(uid(one, env.getArguments()), selection, rights).orElse(null));
        }
        if (field.equals("node")) {
            return env -> later(env, (selection, rights) -> records.one(
                            Objects.requireNonNull(env.<String>getArgument("id")), selection, rights)
                    .orElse(null));
        }
        return null;
    }

    private static String uid(RecordType type, Map<String, Object> arguments) {
        String key = type.key().stream().map(k -> String.valueOf(arguments.get(k))).collect(Collectors.joining("/"));
        return type.uid(type.local() ? arguments.get("source") + "/" + key : key);
    }

    private interface Reading {
        @Nullable Object read(Selection selection, Rights rights);
    }

    /** On a thread of its own, so that root fields run side by side; the caller is taken before the thread is left. */
    private CompletableFuture<@Nullable Object> later(DataFetchingEnvironment environment, Reading reading) {
        Rights rights = records.rights();
        Selection selection = Selections.of(environment);
        return CompletableFuture.supplyAsync(() -> reading.read(selection, rights), threads);
    }

    /** Trivial, so that neither observation nor context is made for each of thousands of fields. */
    private record Nested(String field) implements LightDataFetcher<@Nullable Object> {
        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> environment)
                throws Exception {
            if (source instanceof Row row) {
                return row.get(environment.get().getField().getResultKey());
            }
            return PropertyValues.of(source, field, environment);
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
            return get(
                    environment.getFieldDefinition(), Objects.requireNonNull(environment.getSource()), () -> environment);
        }
    }
}
