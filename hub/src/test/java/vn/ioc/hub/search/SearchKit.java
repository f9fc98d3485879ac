// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.search.index.IndexDefinition;
import vn.ioc.hub.search.index.IndexStore;
import vn.ioc.hub.search.index.Indexer;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.schema.RecordModel;

/** A graph in memory, the real index and the search over it, under an alias of its own. */
public final class SearchKit implements AutoCloseable {
    public static final Set<String> AUDIENCES = Set.of("PUBLIC", "INTERNAL", "RESTRICTED");

    /** Long, so that a busy machine does not fail a test; what clients wait is tested by itself. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    public final RecordModel records = RecordModel.withBuiltIn(List.of());
    public final SearchModel model = new SearchModel(records, AUDIENCES);
    public final MemoryGraph graph = new MemoryGraph(records);
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final IndexStore store;
    public final Indexer indexer;
    public final SearchService search;
    private final String alias;

    public SearchKit(String alias) {
        this.alias = alias;
        this.store = new IndexStore(Stores.elasticsearchClient(), alias, new IndexDefinition(model));
        this.indexer = new Indexer(graph, graph, store, model, meters);
        this.search = new SearchService(
                Stores.elasticsearchClient(),
                alias,
                PATIENCE,
                model,
                new SecretKeySpec("key of the tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        indexer.start();
    }

    public String alias() {
        return alias;
    }

    public Rights rights(String role, String... areas) {
        return new Policy(records, code -> Set.of("Area:" + code))
                .rightsOf(new Caller("test", "user", Set.of(role), List.of(areas)));
    }

    /** Waits until the index has all changes and searches see them. */
    public void settle() throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (graph.position() < graph.newest() || !live()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the index stays behind: " + graph.position() + " of " + graph.newest());
            }
            indexer.wake();
            Thread.sleep(20);
        }
        Stores.elasticsearchClient().indices().refresh(r -> r.index(alias));
    }

    public List<String> find(String query, Rights rights) {
        return search.search(request(query), rights).hits().stream()
                .map(SearchPage.Hit::uid)
                .toList();
    }

    public static SearchRequest request(String query) {
        return new SearchRequest(query, SearchWhere.ALL, List.of(), 100, Optional.empty(), true);
    }

    public void petition(String key, Map<String, Object> values, String... through) {
        graph.put("Petition", "app/" + key, values, through);
    }

    private boolean live() throws Exception {
        return Stores.elasticsearchClient()
                .indices()
                .existsAlias(e -> e.name(alias))
                .value();
    }

    @Override
    public void close() throws Exception {
        indexer.close();
        for (String index : Stores.elasticsearchClient()
                .indices()
                .get(g -> g.index(alias + "-*"))
                .indices()
                .keySet()) {
            Stores.elasticsearchClient().indices().delete(d -> d.index(index));
        }
    }
}
