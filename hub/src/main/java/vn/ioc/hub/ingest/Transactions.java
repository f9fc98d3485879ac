// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;

/**
 * Runs explicit transactions and repeats them when writers stood in each other's way: after 5 to 25 ms, where the
 * driver's own retry waits a second first.
 */
final class Transactions {
    private static final int ATTEMPTS = 20;
    private static final int WAIT_FROM_MS = 5;
    private static final int WAIT_TO_MS = 25;

    private final Driver driver;
    private final TransactionConfig config;
    private final AtomicLong repeated = new AtomicLong();

    Transactions(Driver driver, Duration timeout) {
        this.driver = driver;
        this.config = TransactionConfig.builder().withTimeout(timeout).build();
    }

    /** What was read without a lock no longer holds: begin again. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("overtaken by another writer", null, false, false);
        }
    }

    /** What a transaction did, and whether it is to be kept. */
    record Done<T>(T value, boolean keep) {}

    /**
     * @param work may run several times; it leaves nothing behind unless it ends with {@code keep}
     * @throws IngestException when the store does not answer, or on contention without end
     */
    <T> T run(Function<Transaction, Done<T>> work) {
        for (int attempt = 1; ; attempt++) {
            try (Session session = driver.session(SessionConfig.builder()
                            .withBookmarkManager(driver.executableQueryBookmarkManager())
                            .build());
                    Transaction tx = session.beginTransaction(config)) {
                Done<T> done = work.apply(tx);
                if (done.keep()) {
                    tx.commit();
                } else {
                    tx.rollback();
                }
                return done.value();
            } catch (Overtaken | TransientException e) {
                if (attempt == ATTEMPTS) {
                    throw new IngestException(
                            IngestException.Reason.CONTENTION,
                            "other writers were in the way " + attempt + " times",
                            e);
                }
                repeated.incrementAndGet();
                pause();
            } catch (Neo4jException e) {
                throw new IngestException(
                        IngestException.Reason.STORE, "the graph database did not take a transaction: " + e.code(), e);
            }
        }
    }

    /** Transactions that had to be repeated since the start. */
    long repeated() {
        return repeated.get();
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(WAIT_FROM_MS, WAIT_TO_MS + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngestException(IngestException.Reason.CONTENTION, "interrupted while waiting for writers", e);
        }
    }
}
