// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.StreamId;

/**
 * What a complete listing of a stream left to be swept, in the stream's {@code :Checkpoint}; so it survives a crash. Which
 * records were met stands in {@code seen} of each current assertion: the number of the pull that met it last.
 */
final class SweepBook {
    private static final String SEEN = "UNWIND $uids AS u MATCH (a:Current {uid: u}) USING INDEX a:Current(uid) "
            + "WHERE a.source = $source AND a.stream = $name SET a.seen = $poll";
    private static final String FOUND = "MATCH (r:SourceRun {id: $run}) WHERE r.rejected = 0 "
            + "MATCH (c:Checkpoint {stream: $stream}) WHERE coalesce(c.sweep, '') <> 'RUNNING' SET c.sweep = 'FOUND', c.sweepPoll = $poll, c.sweepRun = $run";
    private static final String READ = "MATCH (c:Checkpoint {stream: $stream}) WHERE c.sweep IS NOT NULL "
            + "RETURN c.sweep AS state, c.sweepPoll AS poll, c.sweepRun AS run, c.heldMissing AS missing";
    private static final String LIVE = "MATCH (a:Current {source: $source, stream: $name}) WHERE NOT a.deleted ";
    /** Uids of all records that a stream has. */
    static final String KNOWN = LIVE + "RETURN a.uid AS uid";

    private static final String MISSED = "coalesce(a.seen, 0) < $poll";
    private static final String COUNT =
            LIVE + "RETURN count(a) AS known, count(CASE WHEN " + MISSED + " THEN 1 END) AS missing";
    private static final String MISSING = LIVE + "AND " + MISSED + " RETURN a.uid AS uid ORDER BY uid LIMIT $limit";
    private static final String HOLD = "MATCH (c:Checkpoint {stream: $stream}) SET c.sweep = 'HELD', "
            + "c.heldAt = coalesce(c.heldAt, $now), c.heldMissing = $missing, c.heldKnown = $known";
    private static final String RUN = "MATCH (c:Checkpoint {stream: $stream}) SET c.sweep = 'RUNNING' "
            + "REMOVE c.heldAt, c.heldMissing, c.heldKnown";
    private static final String DONE = "MATCH (c:Checkpoint {stream: $stream}) "
            + "REMOVE c.sweep, c.sweepPoll, c.sweepRun, c.heldAt, c.heldMissing, c.heldKnown";

    private SweepBook() {}

    /** How far a sweep is. */
    enum State {
        /** A listing is complete; what it missed is to be counted. */
        FOUND,
        /** Too much to be believed. */
        HELD,
        /** Records are being deleted. */
        RUNNING
    }

    /** @param poll number of the pull that listed; @param run its id; @param missing as it was held, else 0 */
    record Sweep(State state, long poll, String run, long missing) {}

    /** Records of a stream, and those of them that the listing missed. */
    record Counted(long known, long missing) {}

    /** The pull met these records. */
    static void seen(SimpleQueryRunner tx, Page page) {
        Map<String, Object> values = names(page.stream());
        values.put(
                "uids",
                page.changes().stream()
                        .map(c -> c.key().uid())
                        .distinct()
                        .sorted()
                        .toList());
        values.put("poll", page.poll());
        tx.run(SEEN, values).consume();
    }

    /**
     * The pull that this page ends has met all that there is. Not so when it rejected anything: an item that could not be
     * read may be any record. A sweep that a crash broke off, perhaps an approved one, is ended first.
     */
    static void found(SimpleQueryRunner tx, Page page) {
        Map<String, Object> values = names(page.stream());
        values.put("poll", page.poll());
        values.put("run", page.run());
        tx.run(FOUND, values).consume();
    }

    static Optional<Sweep> read(SimpleQueryRunner tx, StreamId stream) {
        return tx.run(READ, names(stream)).stream()
                .findFirst()
                .map(row -> new Sweep(
                        State.valueOf(row.get("state").asString()),
                        row.get("poll").asLong(),
                        row.get("run").asString(),
                        row.get("missing").asLong(0)));
    }

    static Counted count(SimpleQueryRunner tx, StreamId stream, long poll) {
        Map<String, Object> values = names(stream);
        values.put("poll", poll);
        var row = tx.run(COUNT, values).single();
        return new Counted(row.get("known").asLong(), row.get("missing").asLong());
    }

    /** Uids of records that the listing missed, sorted. */
    static List<String> missing(SimpleQueryRunner tx, StreamId stream, long poll, int limit) {
        Map<String, Object> values = names(stream);
        values.put("poll", poll);
        values.put("limit", limit);
        return tx.run(MISSING, values).list(row -> row.get("uid").asString());
    }

    static void hold(SimpleQueryRunner tx, StreamId stream, Counted counted, Instant now) {
        Map<String, Object> values = names(stream);
        values.put("now", Stored.moment(now));
        values.put("missing", counted.missing());
        values.put("known", counted.known());
        tx.run(HOLD, values).consume();
    }

    static void run(SimpleQueryRunner tx, StreamId stream) {
        tx.run(RUN, names(stream)).consume();
    }

    static void done(SimpleQueryRunner tx, StreamId stream) {
        tx.run(DONE, names(stream)).consume();
    }

    private static Map<String, Object> names(StreamId stream) {
        return new HashMap<>(Map.of("stream", stream.toString(), "source", stream.source(), "name", stream.stream()));
    }
}
