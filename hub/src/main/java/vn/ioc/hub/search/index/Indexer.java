// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index equal to the graph, on one thread of its own. While Elasticsearch or the graph does not answer, it waits
 * and tries again; changes wait in the outbox. Runs in processes with the role {@code index}.
 */
public final class Indexer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    /** A change is noticed after this time at the latest, in milliseconds. */
    private static final int POLL = 100;

    private static final int FIRST_PAUSE = 100;
    private static final int LONGEST_PAUSE = 5_000;

    private final IndexFollower follower;
    private final IndexStore store;
    private final IndexSource source;
    private final Semaphore woken = new Semaphore(0);
    private final AtomicReference<@Nullable Rebuild> asked = new AtomicReference<>();
    private final AtomicLong lag = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopped;

    public Indexer(IndexFeed feed, IndexSource source, IndexStore store, SearchModel model, MeterRegistry meters) {
        this.store = store;
        this.source = source;
        this.follower = new IndexFollower(feed, source, store, new BulkWriter(store, meters), model);
        this.thread = Thread.ofPlatform().name("indexer").daemon(true).unstarted(this::run);
        Gauge.builder("hub.index.lag", lag, AtomicLong::get)
                .description("Changes of the graph that are not in the index yet")
                .register(meters);
    }

    public void start() {
        thread.start();
    }

    /** There may be changes: looks now instead of at the next poll. May be called from any thread. */
    public void wake() {
        woken.release();
    }

    /** Changes of the graph that were not in the index when it last looked. */
    public long lag() {
        return lag.get();
    }

    /**
     * Builds the index anew beside the live one and swaps. While one rebuild runs, further callers get that one's result.
     *
     * @return completed with the number of records once the new index is live
     */
    public CompletableFuture<Long> rebuild(RebuildProgress progress) {
        Rebuild next = new Rebuild(store, source, progress);
        Rebuild running = asked.compareAndExchange(null, next);
        wake();
        return (running == null ? next : running).result().copy();
    }

    /** Stops after the step under way; what is not indexed yet waits in the outbox. */
    @Override
    public void close() {
        stopped = true;
        wake();
        thread.interrupt();
    }

    private void run() {
        int pause = FIRST_PAUSE;
        boolean prepared = false;
        while (!stopped) {
            try {
                if (!prepared) {
                    if (follower.prepare()) {
                        rebuild((done, total) -> LOG.info("index: {} of {} records", done, total));
                    }
                    prepared = true;
                }
                begin();
                boolean worked = follower.step();
                lag.set(follower.lag());
                pause = FIRST_PAUSE;
                if (!worked) {
                    rest(POLL);
                }
            } catch (IndexException e) {
                prepared &= mend(e);
                pause = rest(e, pause);
            } catch (RuntimeException e) {
                pause = rest(e, pause);
            }
        }
        fail(new IndexException(IndexException.Reason.STOPPED, "the hub is stopping", null));
    }

    private void begin() {
        Rebuild next = asked.get();
        if (next != null && next.result().isDone()) {
            asked.compareAndSet(next, null);
        } else if (next != null && follower.rebuilding().isEmpty()) {
            follower.rebuild(next);
        }
    }

    /** @return whether the follower can go on as it is */
    private boolean mend(IndexException e) {
        return switch (e.reason()) {
            case LATER, STOPPED -> true;
            case MISSING, COUNTS_DIFFER -> {
                fail(e);
                follower.forget();
                yield false;
            }
        };
    }

    private void fail(RuntimeException e) {
        Rebuild running = asked.getAndSet(null);
        if (running != null) {
            running.fail(e);
        }
    }

    private int rest(RuntimeException e, int pause) {
        if (!stopped) {
            LOG.warn("the index does not follow, next try in {} ms: {}", pause, e.getMessage());
            lag.set(Math.max(1, lag.get()));
            rest(pause);
        }
        return Math.min(LONGEST_PAUSE, pause * 2);
    }

    private void rest(int milliseconds) {
        try {
            if (woken.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
