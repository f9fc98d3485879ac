// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.integrations.change.StreamId;

/** One process pulls a stream at a time: a lease by the database's clock, with an epoch that only grows. */
final class Leases {
    private static final String TAKE = "MERGE (l:Lease {stream: $stream}) "
            + "ON CREATE SET l.epoch = 0, l.until = datetime({epochMillis: 0}) SET l.lock = true "
            + "WITH l, datetime.realtime() AS now WHERE l.until < now OR l.owner = $owner "
            + "SET l.epoch = l.epoch + CASE WHEN l.owner = $owner AND l.until >= now THEN 0 ELSE 1 END, "
            + "l.owner = $owner, l.until = now + duration({milliseconds: $ttl}) RETURN l.epoch AS epoch";
    private static final String HOLD = "MATCH (l:Lease {stream: $stream}) SET l.lock = true "
            + "WITH l WHERE l.epoch = $epoch RETURN l.epoch AS epoch";
    private static final String FENCE = "MERGE (l:Lease {stream: $stream}) ON CREATE SET l.epoch = 0 "
            + "SET l.epoch = l.epoch + 1, l.until = datetime({epochMillis: 0}) REMOVE l.owner";

    private static final String LOCK = "MATCH (l:Lease {stream: $stream}) SET l.lock = true";

    private Leases() {}

    static Optional<Long> take(SimpleQueryRunner tx, StreamId stream, String owner, Duration ttl) {
        return tx.run(TAKE, Map.of("stream", stream.toString(), "owner", owner, "ttl", ttl.toMillis())).stream()
                .findFirst()
                .map(row -> row.get("epoch").asLong());
    }

    /** Whether the epoch is still the lease's; until the transaction ends nobody can raise it. */
    static boolean hold(SimpleQueryRunner tx, StreamId stream, long epoch) {
        return tx.run(HOLD, Map.of("stream", stream.toString(), "epoch", epoch)).hasNext();
    }

    /** Keeps pages of the stream, and whoever would take its lease, away until the transaction ends. */
    static void lock(SimpleQueryRunner tx, StreamId stream) {
        tx.run(LOCK, Map.of("stream", stream.toString())).consume();
    }

    /** Ends whatever pull is under way: its next page is refused. */
    static void fence(SimpleQueryRunner tx, StreamId stream) {
        tx.run(FENCE, Map.of("stream", stream.toString())).consume();
    }
}
