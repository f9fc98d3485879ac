// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.ObjectBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Asks Elasticsearch within a fixed time, three quarters of it by its own clock. Whatever goes wrong there is UNAVAILABLE to clients, never an empty answer. */
final class ElasticCall {
    private final ElasticsearchClient client;
    private final String alias;
    /** How long an answer is waited for. */
    private final Duration patience;

    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    ElasticCall(ElasticsearchClient client, String alias, Duration patience) {
        this.client = client;
        this.alias = alias;
        this.patience = patience;
    }

    SearchResponse<Void> search(UnaryOperator<SearchRequest.Builder> request) {
        Future<SearchResponse<Void>> answer = waiting.submit(() -> client.search(request(request), Void.class));
        try {
            SearchResponse<Void> found = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (found.timedOut() || found.shards().failed().intValue() > 0) {
                throw unavailable(null);
            }
            return found;
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unavailable(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException || e.getCause() instanceof ElasticsearchException
                    ? unavailable(e.getCause())
                    : new IllegalStateException("search failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private SearchRequest request(UnaryOperator<SearchRequest.Builder> request) {
        SearchRequest.Builder asked = new SearchRequest.Builder()
                .index(alias)
                .timeout(patience.multipliedBy(3).dividedBy(4).toMillis() + "ms")
                .allowPartialSearchResults(false)
                .source(s -> s.fetch(false));
        ObjectBuilder<SearchRequest> built = request.apply(asked);
        return built.build();
    }

    private static SearchException unavailable(@org.jspecify.annotations.Nullable Throwable cause) {
        return new SearchException(SearchException.Reason.UNAVAILABLE, "the search is not available now", cause);
    }
}
