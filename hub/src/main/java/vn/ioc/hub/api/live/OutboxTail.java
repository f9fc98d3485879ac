// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.ingest.IngestException;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.hub.ingest.OutboxRow;

/**
 * The end of the outbox in memory, shared by all subscribers of the process: one poller, however many wait. Rows are taken
 * without gaps: the commits number them, so a number that is missing is a row that a read has not met yet.
 */
public final class OutboxTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxTail.class);
    private static final int BATCH = 1_000;

    private final Outbox outbox;
    private final LiveSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    /** The newest rows, the last one's number is {@link #head}. */
    private final List<OutboxRow> recent = new ArrayList<>();

    private long head;
    private boolean closed;
    private @Nullable Thread poller;

    public OutboxTail(Outbox outbox, LiveSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    /** The number of the newest change. */
    long newest() {
        return outbox.head();
    }

    /** @throws ApiException BAD_REQUEST when changes after the number are no longer kept, or it is of the future */
    void check(long seq) {
        if (seq < outbox.pruned() || seq > outbox.head()) {
            throw tooOld();
        }
    }

    /**
     * Rows after a number, in order and without gaps.
     *
     * @param patience how long to wait for the first one
     * @return empty when nothing came in time
     * @throws ApiException BAD_REQUEST when the rows are no longer kept
     */
    List<OutboxRow> after(long seq, int limit, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            start();
            long nanos = patience.toNanos();
            while (seq >= head && nanos > 0 && !closed) {
                nanos = news.awaitNanos(nanos);
            }
            if (seq >= head) {
                return List.of();
            }
            int from = recent.size() - (int) Math.min(Integer.MAX_VALUE, head - seq);
            if (from >= 0) {
                return List.copyOf(recent.subList(from, Math.min(recent.size(), from + limit)));
            }
        } finally {
            lock.unlock();
        }
        return stored(seq, limit);
    }

    private List<OutboxRow> stored(long seq, int limit) {
        List<OutboxRow> rows = together(seq, outbox.after(seq, limit));
        if (rows.isEmpty() && seq < outbox.pruned()) {
            throw tooOld();
        }
        return rows;
    }

    /** The rows that follow the number one by one. */
    private static List<OutboxRow> together(long seq, List<OutboxRow> rows) {
        int count = 0;
        while (count < rows.size() && rows.get(count).seq() == seq + 1 + count) {
            count++;
        }
        return rows.subList(0, count);
    }

    private void start() {
        if (poller == null && !closed) {
            head = outbox.head();
            poller = Thread.ofVirtual().name("outbox-tail").start(this::poll);
        }
    }

    private void poll() {
        try {
            while (!isClosed()) {
                if (!step()) {
                    TimeUnit.NANOSECONDS.sleep(settings.poll().toNanos());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there may be more at once */
    private boolean step() {
        try {
            List<OutboxRow> found = outbox.after(head, BATCH);
            List<OutboxRow> rows = together(head, found);
            if (rows.isEmpty() && !found.isEmpty() && outbox.pruned() > head) {
                restart();
            } else if (!rows.isEmpty()) {
                append(rows);
            }
            return rows.size() == BATCH;
        } catch (IngestException unreachable) {
            LOG.warn("the outbox cannot be read now; subscribers wait");
            return false;
        }
    }

    private void append(List<OutboxRow> rows) {
        lock.lock();
        try {
            recent.addAll(rows);
            if (recent.size() > settings.recent()) {
                recent.subList(0, recent.size() - settings.recent()).clear();
            }
            head = rows.getLast().seq();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The process slept longer than rows are kept. */
    private void restart() {
        lock.lock();
        try {
            recent.clear();
            head = outbox.pruned();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private static ApiException tooOld() {
        return new ApiException(
                ErrorCode.BAD_REQUEST,
                "changes after this cursor are no longer kept; read the state anew and subscribe since changesCursor");
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
            if (poller != null) {
                poller.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
