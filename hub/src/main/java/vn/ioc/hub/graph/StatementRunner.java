// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;
import org.neo4j.driver.summary.ProfiledPlan;
import org.neo4j.driver.summary.ResultSummary;

/**
 * Runs reading statements behind a gate, so that any number of virtual threads leaves the driver's pool alone. Each is one
 * auto-commit transaction that the server ends after the timeout.
 */
public final class StatementRunner {
    private static final SessionConfig READ =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
    private final Driver driver;
    private final ReadSettings settings;
    private final ReadObserver observer;
    private final Semaphore gate;
    private final TransactionConfig transaction;

    public StatementRunner(Driver driver, ReadSettings settings, ReadObserver observer) {
        this.driver = driver;
        this.settings = settings;
        this.observer = observer;
        this.gate = new Semaphore(settings.parallel(), true);
        this.transaction =
                TransactionConfig.builder().withTimeout(settings.timeout()).build();
    }

    /** The one value that the statement gives. */
    Value run(String statement, Map<String, Object> parameters) {
        enter();
        try (Session session = driver.session(READ)) {
            String text = observer.profiles() ? "PROFILE " + statement : statement;
            Result result = session.run(text, parameters, transaction);
            Value value = result.single().get(0);
            observer.ran(statement, hits(result.consume()));
            return value;
        } catch (ServiceUnavailableException | SessionExpiredException | DiscoveryException | TransientException e) {
            throw new GraphException(
                    GraphException.Reason.UNAVAILABLE, "the graph cannot be reached now; try again", e);
        } catch (ClientException e) {
            throw e.code().contains("TransactionTimedOut")
                    ? new GraphException(
                            GraphException.Reason.LIMIT_TIME,
                            "the question took longer than "
                                    + settings.timeout().toSeconds() + " s; narrow it",
                            e)
                    : e;
        } finally {
            gate.release();
        }
    }

    private void enter() {
        try {
            if (gate.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new GraphException(GraphException.Reason.LIMIT_BUSY, "too many questions at once; try again");
    }

    private static long hits(ResultSummary summary) {
        return summary.hasProfile() ? hits(summary.profile()) : 0;
    }

    private static long hits(ProfiledPlan plan) {
        return plan.dbHits()
                + plan.children().stream().mapToLong(StatementRunner::hits).sum();
    }
}
