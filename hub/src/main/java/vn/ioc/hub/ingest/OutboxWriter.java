// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.SimpleQueryRunner;

/** Appends to the outbox. Its head is locked from {@link #lock} to the commit, so that numbers follow the commits. */
final class OutboxWriter {
    static final String HEAD = "MERGE (h:OutboxHead {name: 'outbox'}) " + "ON CREATE SET h.seq = 0, h.pruned = 0";
    private static final String LOCK = "MATCH (h:OutboxHead {name: 'outbox'}) SET h.lock = true RETURN h.seq AS seq";
    private static final String APPEND =
            "UNWIND $rows AS r MATCH (n:Entity {uid: r.uid}) USING INDEX SEEK n:Entity(uid) "
                    + "SET n.seq = r.seq CREATE (o:Outbox) SET o = r";
    private static final String ADVANCE = "MATCH (h:OutboxHead {name: 'outbox'}) SET h.seq = $seq";

    private OutboxWriter() {}

    /** @return the last number given; no other writer commits from here on until this transaction ends */
    static long lock(SimpleQueryRunner tx) {
        return tx.run(LOCK).single().get("seq").asLong();
    }

    static void append(SimpleQueryRunner tx, long last, List<Working> records, Instant at) {
        List<Map<String, Object>> rows = new ArrayList<>();
        long seq = last;
        for (Working record : records) {
            Optional<PolicyAttributes> before = PolicyAttributes.of(record.inheritedBefore());
            Optional<PolicyAttributes> after =
                    PolicyAttributes.of(record.after().inherited());
            if (record.visibleBefore || record.after().visible()) {
                rows.add(row(record, ++seq, before, after, at));
            }
        }
        if (!rows.isEmpty()) {
            tx.run(APPEND, Map.of("rows", rows)).consume();
            tx.run(ADVANCE, Map.of("seq", seq)).consume();
        }
    }

    private static Map<String, Object> row(
            Working record, long seq, Optional<PolicyAttributes> before, Optional<PolicyAttributes> after, Instant at) {
        Map<String, Object> row = new HashMap<>();
        Fact latest = Projector.latest(record);
        row.put("seq", seq);
        row.put("at", Stored.moment(at));
        row.put("uid", record.uid);
        row.put("type", record.shape.name());
        row.put("kind", (record.after().visible() ? OutboxRow.Kind.UPSERTED : OutboxRow.Kind.DELETED).name());
        row.put("version", latest == null ? 0L : latest.version());
        row.put("fields", List.copyOf(record.after().changed()));
        attributes(row, "Before", before);
        attributes(row, "After", after);
        return row;
    }

    private static void attributes(Map<String, Object> row, String when, Optional<PolicyAttributes> policy) {
        policy.ifPresent(p -> {
            row.put("sector" + when, p.sector());
            row.put("audience" + when, p.audience());
            p.place().ifPresent(place -> row.put("place" + when, place));
            p.placeNow().ifPresent(place -> row.put("placeNow" + when, place));
        });
    }
}
