// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.integrations.change.Rejected;

/** Keeps rejected items: one {@code :Rejection} for each item and reason, however often it comes. */
final class RejectionWriter {
    /** Bytes of a body that are kept. */
    static final int BODY = 256 * 1024;

    private static final String KEEP = "UNWIND $rows AS r MERGE (x:Rejection {id: r.id}) "
            + "ON CREATE SET x.firstSeen = r.at, x.attempts = 0 "
            + "SET x += r.set, x.lastSeen = r.at, x.attempts = x.attempts + 1";
    private static final String PRUNE = "MATCH (x:Rejection) WHERE x.lastSeen < $before WITH x LIMIT 1000 DELETE x";

    private final RejectionCipher cipher;

    RejectionWriter(RejectionCipher cipher) {
        this.cipher = cipher;
    }

    void write(SimpleQueryRunner tx, List<Rejected> rejections) {
        List<Map<String, Object>> rows = rejections.stream()
                .sorted(Comparator.comparing(RejectionWriter::id))
                .map(this::row)
                .toList();
        if (!rows.isEmpty()) {
            tx.run(KEEP, Map.of("rows", rows)).consume();
        }
    }

    static void prune(SimpleQueryRunner tx, Instant now, Duration kept) {
        tx.run(PRUNE, Map.of("before", Stored.moment(now.minus(kept)))).consume();
    }

    static String id(Rejected rejected) {
        String item = rejected.key().isEmpty() ? "at " + rejected.position() : "key " + rejected.key();
        return new Digest().add(rejected.stream(), item, rejected.reason()).hex();
    }

    private Map<String, Object> row(Rejected rejected) {
        String id = id(rejected);
        Map<String, Object> set = new HashMap<>();
        set.put("source", rejected.stream().source());
        set.put("stream", rejected.stream().stream());
        set.put("reason", rejected.reason().name());
        set.put("path", rejected.path());
        set.put("message", rejected.message());
        set.put("position", rejected.position());
        set.put("key", rejected.key());
        if (!rejected.body().isEmpty()) {
            byte[] body = rejected.body().getBytes(StandardCharsets.UTF_8);
            set.put("body", cipher.seal(id, body.length > BODY ? Arrays.copyOf(body, BODY) : body));
        }
        return Map.of("id", id, "at", Stored.moment(rejected.at()), "set", set);
    }
}
