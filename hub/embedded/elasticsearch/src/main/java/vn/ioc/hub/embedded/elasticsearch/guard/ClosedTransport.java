// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.elasticsearch.guard;

import java.net.InetAddress;
import java.util.Map;
import org.elasticsearch.TransportVersion;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.transport.BoundTransportAddress;
import org.elasticsearch.common.transport.TransportAddress;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.netty4.Netty4Transport;
import org.elasticsearch.transport.netty4.SharedGroupFactory;

/**
 * The node-to-node transport of a node that is alone: it opens no port.
 *
 * <p>The transport protocol knows no passwords without Elasticsearch's security module, so an open port would let every
 * local user read the index past the guarded HTTP. A single node talks to itself without a socket.
 */
final class ClosedTransport extends Netty4Transport {
    private final BoundTransportAddress nowhere;

    ClosedTransport(
            Settings settings,
            TransportVersion version,
            ThreadPool threadPool,
            NetworkService network,
            PageCacheRecycler recycler,
            NamedWriteableRegistry registry,
            CircuitBreakerService breakers,
            SharedGroupFactory groups) {
        super(settings, version, threadPool, network, recycler, registry, breakers, groups);
        TransportAddress address = new TransportAddress(InetAddress.getLoopbackAddress(), 1);
        this.nowhere = new BoundTransportAddress(new TransportAddress[] {address}, address);
    }

    @Override
    protected void bindServer(ProfileSettings profile) {
        // Deliberately no socket.
    }

    @Override
    public BoundTransportAddress boundAddress() {
        return nowhere;
    }

    @Override
    public Map<String, BoundTransportAddress> profileBoundAddresses() {
        return Map.of();
    }
}
