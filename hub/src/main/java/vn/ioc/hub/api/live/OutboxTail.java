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
 * The end of the outbox in memory, shared by all subscribers of the process: one poller, however many wait, and none when
 * nobody does. Rows are taken without gaps: the commits number them, so a number that is missing is a row that a read has
 * not met yet.
 */
final class OutboxTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxTail.class);
    private static final int BATCH = 1_000;

    private final Outbox outbox;
    private final LiveSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    /** The newest rows, the last one's number is {@link #head}. */
    private final List<OutboxRow> recent = new ArrayList<>();

    private long head;
    private int followers;
    private boolean closed;
    private @Nullable Thread poller;

    OutboxTail(Outbox outbox, LiveSettings settings) {
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
     * Rows after a number, in order and without gaps. Only between {@link #follow} and {@link #leave}.
     *
     * @param patience how long to wait for the first one
     * @return empty when nothing came in time, or this ends
     * @throws ApiException BAD_REQUEST when the rows are no longer kept
     */
    List<OutboxRow> after(long seq, int limit, Duration patience) throws InterruptedException {
        lock.lock();
        try {
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

    /** One more subscriber; the poller begins with the first. @throws IngestException when the store does not answer */
    void follow() {
        lock.lock();
        try {
            if (followers == 0 && !closed) {
                recent.clear();
                head = outbox.head();
                poller = Thread.ofVirtual().name("outbox-tail").start(this::poll);
            }
            followers++;
        } finally {
            lock.unlock();
        }
    }

    /** One subscriber less; the poller ends with the last. */
    void leave() {
        lock.lock();
        try {
            followers--;
            if (followers == 0) {
                poller = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void poll() {
        try {
            while (wanted()) {
                if (!step()) {
                    TimeUnit.NANOSECONDS.sleep(settings.poll().toNanos());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean wanted() {
        lock.lock();
        try {
            return !closed && poller == Thread.currentThread();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether there may be more at once */
    private boolean step() {
        try {
            long from = head();
            List<OutboxRow> found = outbox.after(from, BATCH);
            List<OutboxRow> rows = together(from, found);
            if (rows.isEmpty() && !found.isEmpty() && outbox.pruned() > from) {
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
            if (poller != Thread.currentThread()) {
                return;
            }
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
        long pruned = outbox.pruned();
        lock.lock();
        try {
            recent.clear();
            head = pruned;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long head() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the hub stops. */
    boolean isClosed() {
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
        } finally {
            lock.unlock();
        }
    }
}
