// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vn.ioc.schema.Properties;

/**
 * The indices: {@code <alias>-<number>}, the live one behind the alias, one that is being built behind
 * {@code <alias>-building}. Writes go through an alias, so that no index is ever made by a write.
 */
public final class IndexStore {
    private static final String DEFINITION = "definition";
    private static final String NEWEST = "newest";

    private final ElasticsearchClient client;
    private final String alias;
    private final IndexDefinition definition;

    public IndexStore(ElasticsearchClient client, String alias, IndexDefinition definition) {
        this.client = client;
        this.alias = alias;
        this.definition = definition;
    }

    ElasticsearchClient client() {
        return client;
    }

    /** Alias that searches read. */
    String live() {
        return alias;
    }

    /** Alias of the index that is being built. */
    String building() {
        return alias + "-building";
    }

    /** Whether the live index is there and was made by this definition. */
    boolean current() {
        return behind(live())
                .flatMap(index -> call(() -> Optional.ofNullable(
                        client.indices().getMapping(m -> m.index(index)).get(index))))
                .map(found -> found.mappings().meta().get(DEFINITION))
                .filter(made -> made.to(String.class).equals(definition.fingerprint()))
                .isPresent();
    }

    boolean exists() {
        return behind(live()).isPresent();
    }

    /** Greatest outbox number in the live index; greater than the graph's own after an old backup of the graph came back. */
    long newest() {
        Aggregate newest = call(() -> client.search(
                        s -> s.index(live()).size(0).aggregations(NEWEST, a -> a.max(m -> m.field(Properties.SEQ))),
                        Void.class))
                .aggregations()
                .get(NEWEST);
        Double value = newest == null ? null : newest.max().value();
        return value == null || !Double.isFinite(value) ? 0 : value.longValue();
    }

    /** Makes an empty index beside the live one, behind the building alias; leftovers of earlier attempts are removed. */
    void begin() {
        Optional<String> kept = behind(live());
        Set<String> all = indices();
        all.stream().filter(index -> !kept.equals(Optional.of(index))).forEach(this::drop);
        ToIntFunction<String> number = index -> Integer.parseInt(index.substring(alias.length() + 1));
        int next = all.stream().mapToInt(number).max().orElse(0) + 1;
        call(() -> client.indices()
                .create(c -> c.index(alias + "-" + next)
                        .settings(definition.settings())
                        .mappings(m -> definition.mapping(m).meta(DEFINITION, JsonData.of(definition.fingerprint())))
                        .aliases(building(), a -> a)));
    }

    /** Puts the built index behind the live alias, in one step, and removes the old one. */
    void swap() {
        Optional<String> old = behind(live());
        String built = behind(building()).orElseThrow(() -> missing(null));
        call(() -> client.indices().updateAliases(u -> {
            u.actions(a -> a.add(x -> x.index(built).alias(live())));
            u.actions(a -> a.remove(x -> x.index(built).alias(building())));
            old.ifPresent(index -> u.actions(a -> a.remove(x -> x.index(index).alias(live()))));
            return u;
        }));
        old.ifPresent(this::drop);
    }

    /** Removes what an attempt to build has left. */
    void abandon() {
        behind(building()).ifPresent(this::drop);
    }

    void refresh(String aliasName) {
        call(() -> client.indices().refresh(r -> r.index(aliasName)));
    }

    long count(String aliasName) {
        return call(() -> client.count(c -> c.index(aliasName))).count();
    }

    private Set<String> indices() {
        return call(() -> client.indices().get(g -> g.index(alias + "-*").allowNoIndices(true)))
                .indices()
                .keySet()
                .stream()
                .filter(index -> index.substring(alias.length() + 1).matches("\\d{1,9}"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> behind(String aliasName) {
        boolean there =
                call(() -> client.indices().existsAlias(e -> e.name(aliasName))).value();
        if (!there) {
            return Optional.empty();
        }
        return call(() -> client.indices().getAlias(g -> g.name(aliasName))).aliases().keySet().stream()
                .findFirst();
    }

    private void drop(String index) {
        call(() -> client.indices().delete(d -> d.index(List.of(index)).ignoreUnavailable(true)));
    }

    /** A call to Elasticsearch. */
    interface Call<T> {
        T run() throws IOException;
    }

    /** @throws IndexException LATER when it fails for now, MISSING when the index is not there */
    static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw new IndexException(IndexException.Reason.LATER, "Elasticsearch does not answer", e);
        } catch (ElasticsearchException e) {
            throw e.status() == 404
                    ? missing(e)
                    : new IndexException(
                            IndexException.Reason.LATER,
                            "Elasticsearch refuses: " + e.error().type(),
                            e);
        }
    }

    static IndexException missing(@org.jspecify.annotations.Nullable Throwable cause) {
        return new IndexException(IndexException.Reason.MISSING, "there is no index", cause);
    }
}
