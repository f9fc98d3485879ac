// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/** Keeps rejected items: one {@code :Rejection} for each item and reason, however often it comes. */
final class RejectionWriter {
    /** Bytes of a body that are kept. */
    static final int BODY = 256 * 1024;

    private static final String KEEP = "UNWIND $rows AS r MERGE (x:Rejection {id: r.id}) "
            + "ON CREATE SET x.firstSeen = r.at, x.attempts = 0 "
            + "SET x += r.set, x.lastSeen = r.at, x.attempts = x.attempts + 1";
    private static final String ANY = "MATCH (x:Rejection {source: $source, stream: $stream}) RETURN x.id LIMIT 1";
    private static final String PASSED = "UNWIND $keys AS k MATCH (x:Rejection {key: k}) USING INDEX x:Rejection(key) "
            + "WHERE x.source = $source AND x.stream = $stream DELETE x";
    private static final String AGAIN =
            "UNWIND $rows AS r MATCH (x:Rejection {id: r.id}) " + "SET x += r.set, x.attempts = x.attempts + 1";
    private static final String FORGET = "UNWIND $ids AS i MATCH (x:Rejection {id: i}) DELETE x";
    private static final String PRUNE = "MATCH (x:Rejection) WHERE x.lastSeen < $before WITH x LIMIT 1000 DELETE x";

    private final RejectionCipher cipher;

    RejectionWriter(RejectionCipher cipher) {
        this.cipher = cipher;
    }

    /** @param poll number of the pull that saw them */
    void write(SimpleQueryRunner tx, List<Rejected> rejections, long poll) {
        List<Map<String, Object>> rows = rejections.stream()
                .sorted(Comparator.comparing(RejectionWriter::id))
                .map(r -> row(r, poll))
                .toList();
        if (!rows.isEmpty()) {
            tx.run(KEEP, Map.of("rows", rows)).consume();
        }
    }

    /** Items of these keys have become records after all. */
    static void passed(SimpleQueryRunner tx, StreamId stream, Collection<String> keys) {
        Map<String, Object> names = Map.of("source", stream.source(), "stream", stream.stream());
        if (!keys.isEmpty() && tx.run(ANY, names).hasNext()) {
            Map<String, Object> values = new HashMap<>(names);
            values.put("keys", List.copyOf(keys));
            tx.run(PASSED, values).consume();
        }
    }

    /** Kept rejections that were mapped again in vain: for this reason now, by their ids. */
    static void again(SimpleQueryRunner tx, Map<String, Rejected> rejections) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rejections.forEach((id, why) -> rows.add(Map.of(
                "id", id, "set", Map.of("reason", why.reason().name(), "path", why.path(), "message", why.message()))));
        tx.run(AGAIN, Map.of("rows", rows)).consume();
    }

    static void forget(SimpleQueryRunner tx, Collection<String> ids) {
        tx.run(FORGET, Map.of("ids", List.copyOf(ids))).consume();
    }

    static void prune(SimpleQueryRunner tx, Instant now, Duration kept) {
        tx.run(PRUNE, Map.of("before", Stored.moment(now.minus(kept)))).consume();
    }

    static String id(Rejected rejected) {
        String item = rejected.key().isEmpty() ? "at " + rejected.position() : "key " + rejected.key();
        return new Digest().add(rejected.stream(), item, rejected.reason()).hex();
    }

    private Map<String, Object> row(Rejected rejected, long poll) {
        String id = id(rejected);
        Map<String, Object> set = new HashMap<>();
        set.put("source", rejected.stream().source());
        set.put("stream", rejected.stream().stream());
        set.put("reason", rejected.reason().name());
        set.put("path", rejected.path());
        set.put("message", rejected.message());
        set.put("position", rejected.position());
        set.put("key", rejected.key());
        set.put("poll", poll);
        if (!rejected.body().isEmpty()) {
            byte[] body = rejected.body().getBytes(StandardCharsets.UTF_8);
            // Half a body could be neither read nor mapped again.
            if (body.length <= BODY) {
                set.put("body", cipher.seal(id, body));
            }
        }
        return Map.of("id", id, "at", Stored.moment(rejected.at()), "set", set);
    }
}
