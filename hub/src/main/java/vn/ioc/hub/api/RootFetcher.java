// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.Row;
import vn.ioc.hub.graph.Selection;
import vn.ioc.schema.Aggregates;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * Fetches root fields of records: one statement each, on virtual threads, so that the roots of an operation run beside each
 * other. The caller is read before the request's thread is left.
 */
final class RootFetcher {
    private final RecordModel model;
    private final RecordReader reader;
    private final Policy policy;
    private final CallerResolver callers;
    private final Executor threads;

    RootFetcher(RecordModel model, RecordReader reader, Policy policy, CallerResolver callers, Executor threads) {
        this.model = model;
        this.reader = reader;
        this.policy = policy;
        this.callers = callers;
        this.threads = threads;
    }

    /** The fetcher of a field of Query; empty when it is not about records alone. */
    Optional<DataFetcher<?>> find(String field) {
        if (field.equals("node")) {
            return Optional.of(fetcher(this::node));
        }
        if (field.equals("path")) {
            return Optional.of(fetcher(
                    asked -> reader.path(asked.selection(), asked.rights()).orElse(null)));
        }
        for (RecordType type : model.types()) {
            if (field.equals(type.plural())) {
                return Optional.of(fetcher(asked -> reader.list(type, asked.selection(), asked.rights())));
            }
            if (field.equals(Aggregates.root(type))) {
                return Optional.of(fetcher(asked -> reader.aggregate(type, asked.selection(), asked.rights())));
            }
            if (field.equals(type.singular())) {
                return Optional.of(fetcher(asked -> byKey(type, asked)));
            }
        }
        return Optional.empty();
    }

    private DataFetcher<CompletableFuture<@Nullable Object>> fetcher(Function<Asked, @Nullable Object> read) {
        return environment -> {
            Asked asked = asked(environment);
            return CompletableFuture.supplyAsync(() -> read.apply(asked), threads);
        };
    }

    private Asked asked(DataFetchingEnvironment environment) {
        return new Asked(Selections.of(environment), policy.rightsOf(callers.caller()));
    }

    private @Nullable Row node(Asked asked) {
        String uid = String.valueOf(asked.selection().arguments().get("id"));
        return reader.one(uid, asked.selection(), asked.rights()).orElse(null);
    }

    private @Nullable Row byKey(RecordType type, Asked asked) {
        List<String> key = new ArrayList<>();
        if (type.local()) {
            key.add(String.valueOf(asked.selection().arguments().get("source")));
        }
        type.key()
                .forEach(field ->
                        key.add(String.valueOf(asked.selection().arguments().get(field))));
        return reader.one(type.uid(String.join("/", key)), asked.selection(), asked.rights())
                .orElse(null);
    }

    private record Asked(Selection selection, Rights rights) {}
}
