// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ioc.hub.graph.Neo4jIndexSource;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.hub.search.SearchService;
import vn.ioc.hub.search.index.IndexDefinition;
import vn.ioc.hub.search.index.IndexStore;
import vn.ioc.hub.search.index.Indexer;
import vn.ioc.hub.search.index.OutboxFeed;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.schema.RecordModel;

/** The search index and what keeps it equal to the graph. */
@Configuration(proxyBeanMethods = false)
class SearchWiring {
    private static final String ALIAS = "records";
    /** Below the time of a question to the graph; the first searches of a just started index take seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    SearchModel searchModel(RecordModel model) {
        return new SearchModel(model, Set.of("PUBLIC", "INTERNAL", "RESTRICTED"));
    }

    @Bean(destroyMethod = "close")
    Indexer indexer(Driver driver, Outbox outbox, ElasticsearchClient client, SearchModel model, MeterRegistry meters) {
        return new Indexer(
                new OutboxFeed(outbox, "index"),
                new Neo4jIndexSource(driver, model),
                new IndexStore(client, ALIAS, new IndexDefinition(model)),
                model,
                meters);
    }

    @Bean
    SearchService searchService(ElasticsearchClient client, SearchModel model, KeyFiles keys) {
        return new SearchService(
                client, ALIAS, PATIENCE, model, new SecretKeySpec(keys.key("search-cursors"), "HmacSHA256"));
    }
}
