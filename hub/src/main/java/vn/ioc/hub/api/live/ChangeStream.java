// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.graph.Row;
import vn.ioc.hub.graph.Selection;
import vn.ioc.hub.ingest.OutboxRow;

/**
 * The changes of one subscriber, pulled one by one as the subscriber reads them; nothing is held for it beyond one page.
 * Used by one thread at a time.
 */
final class ChangeStream {
    private static final Duration NAP = Duration.ofSeconds(1);

    private final OutboxTail tail;
    private final SharedRecords records;
    private final ChangeCursor cursors;
    private final ChangeJudge judge;
    private final Subscriber subscriber;
    private final LiveSettings settings;
    private final Clock clock;
    private final Deque<Change> ready = new ArrayDeque<>();
    private long position;
    private @Nullable Instant given;
    private volatile boolean closed;

    ChangeStream(
            OutboxTail tail,
            SharedRecords records,
            ChangeCursor cursors,
            ChangeJudge judge,
            Subscriber subscriber,
            LiveSettings settings,
            Clock clock,
            long position) {
        this.tail = tail;
        this.records = records;
        this.cursors = cursors;
        this.judge = judge;
        this.subscriber = subscriber;
        this.settings = settings;
        this.clock = clock;
        this.position = position;
    }

    /**
     * Who reads.
     *
     * @param rights as they are now; areas may change while a stream lasts
     * @param expiry when the token ends
     * @param asked of each record; empty when the record is not asked for
     */
    record Subscriber(Supplier<Rights> rights, Instant expiry, Optional<Selection> asked) {}

    /**
     * The next change; waits for it.
     *
     * @return empty once {@link #isClosed closed}, or else when the hub stops
     * @throws ApiException UNAUTHENTICATED at the token's expiry, LIMIT_SLOW for one who does not read
     */
    Optional<Change> next() throws InterruptedException {
        Instant before = given;
        boolean waited = before != null && clock.instant().isAfter(before.plus(settings.patience()));
        while (!closed && !tail.isClosed()) {
            Instant now = clock.instant();
            if (!now.isBefore(subscriber.expiry())) {
                throw new ApiException(
                        ErrorCode.UNAUTHENTICATED, "the token has expired; go on from the last cursor with a new one");
            }
            if (ready.isEmpty()) {
                Duration left = Duration.between(now, subscriber.expiry());
                read(tail.after(position, settings.page(), waited ? Duration.ZERO : min(left)));
            }
            if (waited && !ready.isEmpty()) {
                throw new ApiException(
                        ErrorCode.LIMIT_SLOW,
                        "changes were left unread for more than "
                                + settings.patience().toSeconds() + " s; go on from the last cursor");
            }
            waited = false;
            Change next = ready.poll();
            if (next != null && !closed) {
                given = clock.instant();
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** @throws vn.ioc.hub.ingest.IngestException when the store does not answer */
    ChangeStream open() {
        tail.follow();
        return this;
    }

    void close() {
        closed = true;
        tail.leave();
    }

    boolean isClosed() {
        return closed;
    }

    private static Duration min(Duration left) {
        return left.compareTo(NAP) < 0 ? left : NAP;
    }

    private void read(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Rights rights = subscriber.rights().get();
        Map<Long, ChangeJudge.Kind> kinds = new HashMap<>();
        List<OutboxRow> seen = new ArrayList<>();
        for (OutboxRow row : rows) {
            judge.judge(row, rights).ifPresent(kind -> {
                kinds.put(row.seq(), kind);
                seen.add(row);
            });
        }
        List<OutboxRow> there = seen.stream()
                .filter(row -> kinds.get(row.seq()) == ChangeJudge.Kind.UPSERTED)
                .toList();
        Map<Long, Row> found = subscriber
                .asked()
                .filter(asked -> !there.isEmpty())
                .map(asked -> records.read(there, asked, rights))
                .orElse(Map.of());
        for (OutboxRow row : seen) {
            ready.add(new Change(
                    cursors.of(row.seq()),
                    java.util.Objects.requireNonNull(kinds.get(row.seq())),
                    row.uid(),
                    row.type(),
                    found.get(row.seq())));
        }
        position = rows.getLast().seq();
    }
}
