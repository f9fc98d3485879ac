// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ioc.hub.ingest.Hub.petition;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Page;

/** A writer that breaks off, or whose lease another one has, leaves nothing. */
final class FencedWriterIT {
    private Hub hub;

    @BeforeEach
    void empty() {
        hub = Hub.empty();
        hub.take(Hub.areas());
    }

    @Test
    void aTransactionThatBreaksOffLeavesNothing() {
        hub.take(petition("1").link("handler", "Organization:o1").build());
        TreeSet<String> before = hub.picture();
        long nodes = count();
        Page page = hub.page(
                List.of(
                        petition("1")
                                .version(2)
                                .link("handler", "Organization:o2")
                                .build(),
                        petition("2").build()),
                List.of());

        try (Session session = hub.driver.session();
                Transaction tx = session.beginTransaction()) {
            hub.write(tx, page);
            tx.rollback();
        }

        assertThat(hub.picture()).isEqualTo(before);
        assertThat(count()).isEqualTo(nodes);
        assertThat(hub.graph.take(page)).contains(new Graph.Receipt(2, 0, 0, 0));
    }

    @Test
    void aPageOfAFencedEpochWritesNothing() {
        Page old = hub.page(List.of(petition("1").build()), List.of());
        hub.graph.reset(Hub.PETITIONS);
        long nodes = count();

        assertThat(hub.graph.take(old)).isEmpty();
        assertThat(count()).isEqualTo(nodes);
        assertThat(hub.visible("Petition:petitions/1")).isFalse();
    }

    @Test
    void aLeaseBelongsToOneProcessUntilItEnds() {
        Hub other = hub.second();
        long epoch = hub.graph.lease(Hub.PETITIONS).orElseThrow();

        assertThat(hub.graph.lease(Hub.PETITIONS)).contains(epoch);
        assertThat(other.graph.lease(Hub.PETITIONS)).isEmpty();

        hub.query("MATCH (l:Lease {stream: 'petitions/petitions'}) SET l.until = datetime({epochMillis: 0})");
        assertThat(other.graph.lease(Hub.PETITIONS)).contains(epoch + 1);
        assertThat(hub.graph.lease(Hub.PETITIONS)).isEmpty();
    }

    private long count() {
        return hub.query("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) + count(r) AS c")
                .getFirst()
                .get("c")
                .asLong();
    }
}
