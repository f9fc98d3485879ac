// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.elasticsearch.guard;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.elasticsearch.TransportVersion;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.http.HttpPreRequest;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.http.HttpServerTransport.Dispatcher;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.telemetry.TelemetryProvider;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.Transport;
import org.elasticsearch.transport.netty4.Netty4Plugin;
import org.elasticsearch.transport.netty4.SharedGroupFactory;
import org.elasticsearch.xcontent.NamedXContentRegistry;

/**
 * Elasticsearch's Netty transport with two changes: HTTP asks for credentials, and nothing listens for other nodes.
 *
 * <p>Elasticsearch's own security is a module that is not published, and its door for REST interceptors is shut to
 * everybody else; the dispatcher that a network plugin is handed is not.
 */
public final class GuardedNetty4Plugin extends Netty4Plugin {
    private final BasicCredentials credentials = BasicCredentials.fromEnvironment();

    @Override
    public Map<String, Supplier<HttpServerTransport>> getHttpTransports(
            Settings settings,
            ThreadPool threadPool,
            BigArrays bigArrays,
            PageCacheRecycler recycler,
            CircuitBreakerService breakers,
            NamedXContentRegistry registry,
            NetworkService network,
            Dispatcher dispatcher,
            BiConsumer<HttpPreRequest, ThreadContext> perRequest,
            ClusterSettings clusterSettings,
            TelemetryProvider telemetry) {
        return super.getHttpTransports(
                settings,
                threadPool,
                bigArrays,
                recycler,
                breakers,
                registry,
                network,
                new GuardedDispatcher(dispatcher, credentials),
                perRequest,
                clusterSettings,
                telemetry);
    }

    @Override
    public Map<String, Supplier<Transport>> getTransports(
            Settings settings,
            ThreadPool threadPool,
            PageCacheRecycler recycler,
            CircuitBreakerService breakers,
            NamedWriteableRegistry registry,
            NetworkService network) {
        return Map.of(
                NETTY_TRANSPORT_NAME,
                () -> new ClosedTransport(
                        settings,
                        TransportVersion.current(),
                        threadPool,
                        network,
                        recycler,
                        registry,
                        breakers,
                        new SharedGroupFactory(settings)));
    }
}
