// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An index that is silent, broken or gone is said to be unavailable; it is never an empty answer. */
final class ElasticCallTest {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aSilentIndexIsUnavailableWhenPatienceIsOver() throws Exception {
        server.createContext("/", exchange -> {
            asked.countDown();
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();

        assertThat(search(Duration.ofMillis(300)).reason()).isEqualTo(SearchException.Reason.UNAVAILABLE);
        assertThat(asked.await(0, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBrokenIndexIsUnavailable() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();

        assertThat(search(Duration.ofSeconds(20)).reason()).isEqualTo(SearchException.Reason.UNAVAILABLE);
    }

    @Test
    void anIndexThatIsGoneIsUnavailable() {
        int port = server.getAddress().getPort();
        server.start();
        server.stop(0);

        assertThat(search(Duration.ofSeconds(20), port).reason()).isEqualTo(SearchException.Reason.UNAVAILABLE);
    }

    private SearchException search(Duration patience) {
        return search(patience, server.getAddress().getPort());
    }

    private static SearchException search(Duration patience, int port) {
        Rest5Client http =
                Rest5Client.builder(URI.create("http://127.0.0.1:" + port)).build();
        ElasticCall call = new ElasticCall(
                new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper())),
                "records",
                patience);
        return catchThrowableOfType(SearchException.class, () -> call.search(request -> request));
    }
}
