// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import vn.ioc.hub.ingest.OutboxRow.Kind;

/** Reads what changed, in the order of the commits, and remembers how far named consumers have come. */
public final class Outbox {
    private static final String AFTER = "MATCH (o:Outbox) WHERE o.seq > $seq RETURN o ORDER BY o.seq LIMIT $limit";
    private static final String HEAD = "MATCH (h:OutboxHead {name: 'outbox'}) RETURN h.seq AS seq, h.pruned AS pruned";
    private static final String CONSUMED = "MATCH (c:OutboxConsumer {name: $name}) RETURN c.seq AS seq";
    private static final String ADVANCE = "MERGE (c:OutboxConsumer {name: $name}) ON CREATE SET c.seq = 0 "
            + "SET c.lock = true WITH c WHERE c.seq < $seq SET c.seq = $seq";
    private static final String PRUNE = "OPTIONAL MATCH (c:OutboxConsumer) WITH min(c.seq) AS slowest "
            + "MATCH (o:Outbox) WHERE o.seq <= slowest AND o.at < $before "
            + "WITH o ORDER BY o.seq LIMIT $limit WITH collect(o) AS old, max(o.seq) AS last "
            + "MATCH (h:OutboxHead {name: 'outbox'}) SET h.pruned = coalesce(last, h.pruned) "
            + "FOREACH (o IN old | DELETE o) RETURN size(old) AS deleted";
    private static final int PRUNE_STEP = 5_000;

    private final Transactions transactions;
    private final Clock clock;
    private final IngestSettings settings;

    public Outbox(Driver driver, Clock clock, IngestSettings settings) {
        this.transactions = new Transactions(driver, settings.transaction());
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Rows after a number, in order. Rows that are older than {@link #pruned} are gone.
     *
     * @param limit at most so many
     */
    public List<OutboxRow> after(long seq, int limit) {
        return read(AFTER, Map.of("seq", seq, "limit", limit)).stream()
                .map(row -> row(row.get("o")))
                .toList();
    }

    /** The last number given; 0 when nothing ever changed. */
    public long head() {
        return number(HEAD, Map.of(), "seq");
    }

    /** The last number whose row was thrown away; a cursor below it has to start anew. */
    public long pruned() {
        return number(HEAD, Map.of(), "pruned");
    }

    /** How far a consumer has come; 0 for one that is not known yet. */
    public long consumed(String consumer) {
        return number(CONSUMED, Map.of("name", consumer), "seq");
    }

    /** Notes how far a consumer has come; never backwards. From its first note on, no row that it needs is pruned. */
    public void advance(String consumer, long seq) {
        read(ADVANCE, Map.of("name", consumer, "seq", seq));
    }

    /** Throws away rows that are older than the stated time and that every consumer has seen. @return how many */
    public long prune() {
        Object before = Stored.moment(clock.instant().minus(settings.outbox()));
        long all = 0;
        long step;
        do {
            step = number(PRUNE, Map.of("before", before, "limit", PRUNE_STEP), "deleted");
            all += step;
        } while (step == PRUNE_STEP);
        return all;
    }

    private List<Record> read(String statement, Map<String, Object> parameters) {
        return transactions.run(
                tx -> new Transactions.Done<>(tx.run(statement, parameters).list(), true));
    }

    private long number(String statement, Map<String, Object> parameters, String column) {
        return read(statement, parameters).stream()
                .findFirst()
                .map(row -> row.get(column).asLong())
                .orElse(0L);
    }

    private static OutboxRow row(Value o) {
        return new OutboxRow(
                o.get("seq").asLong(),
                o.get("at").asZonedDateTime().toInstant(),
                o.get("uid").asString(),
                o.get("type").asString(),
                Kind.valueOf(o.get("kind").asString()),
                o.get("version").asLong(),
                o.get("fields").asList(Value::asString),
                policy(o, "Before"),
                policy(o, "After"));
    }

    private static Optional<PolicyAttributes> policy(Value o, String when) {
        return o.get("sector" + when).isNull()
                ? Optional.empty()
                : Optional.of(new PolicyAttributes(
                        o.get("sector" + when).asString(),
                        o.get("audience" + when).asString(),
                        text(o.get("place" + when)),
                        text(o.get("placeNow" + when)),
                        filtered(o, when)));
    }

    /** Those before are written only when they differ. */
    private static List<String> filtered(Value o, String when) {
        Value own = o.get("filtered" + when);
        return own.isNull() ? o.get("filteredAfter").asList(Value::asString, List.of()) : own.asList(Value::asString);
    }

    private static Optional<String> text(Value value) {
        return value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }
}
