// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Transaction;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.schema.RecordModel;

/** The graph in Neo4j. {@link GraphSchema#ensure} comes first. All methods may be called from any thread. */
public final class Neo4jGraph implements Graph {
    /** Steps of settling that one page does behind itself; the rest is for the next ones, or for {@link #settle}. */
    private static final int STEPS_PER_PAGE = 20;

    private final Transactions transactions;
    private final Territory territory;
    private final Clock clock;
    private final IngestSettings settings;
    private final PageWriter pages;
    private final Settling settling;
    private final Sweeping sweeping;
    private final String owner;

    /**
     * @param owner names this hub as the holder of leases: another one for each process that may run at the same time, the
     *     same after a restart where only one can, so that it need not wait for its own lease to run out
     * @param snapshots streams whose versions are numbers of polls
     * @throws IngestException when record types take their place from each other in a circle
     */
    public Neo4jGraph(
            String owner,
            Driver driver,
            RecordModel model,
            FieldOwners owners,
            Set<StreamId> snapshots,
            Territory territory,
            Clock clock,
            RejectionCipher cipher,
            IngestSettings settings) {
        Shapes shapes = new Shapes(model);
        Projector projector = new Projector(owners);
        this.owner = owner;
        this.transactions = new Transactions(driver, settings.transaction());
        this.territory = territory;
        this.clock = clock;
        this.settings = settings;
        this.pages = new PageWriter(shapes, projector, snapshots, cipher, settings);
        this.sweeping = new Sweeping(transactions, shapes, projector, snapshots, territory, clock, settings);
        this.settling = new Settling(transactions, shapes, projector, territory, clock, settings);
    }

    @Override
    public Optional<Long> lease(StreamId stream) {
        return transactions.run(tx -> {
            Optional<Long> epoch = Leases.take(tx, stream, owner, settings.lease());
            // Asked under the lock of the lease, which whoever halts a stream takes too.
            boolean halted = StreamBook.halted(tx, stream);
            return halted ? new Transactions.Done<>(Optional.<Long>empty(), false) : keep(epoch);
        });
    }

    @Override
    public Checkpoint checkpoint(StreamId stream) {
        return transactions.run(tx -> keep(StreamBook.checkpoint(tx, stream)));
    }

    @Override
    public Optional<Receipt> take(Page page) {
        Optional<PageWriter.Taken> taken = transactions.run(tx -> attempt(tx, page));
        taken.ifPresent(this::after);
        if (taken.isPresent() && page.last()) {
            sweep(page.stream());
        }
        return taken.map(PageWriter.Taken::receipt);
    }

    private void after(PageWriter.Taken taken) {
        after(taken.areasChanged(), taken.unsettled());
    }

    private void after(boolean areasChanged, boolean unsettled) {
        if (areasChanged) {
            territory.reload();
        }
        if (unsettled) {
            settling.run(STEPS_PER_PAGE);
        }
    }

    /** Deletes what the stream's last complete listing missed, as far as that is believed; also what a crash left undone. */
    private void sweep(StreamId stream) {
        Sweeping.Step step;
        do {
            step = sweeping.step(stream);
            after(step.areasChanged(), step.unsettled());
        } while (step.more());
    }

    /** Whether a sweep of so many of a stream's records would wait for a person. */
    public static boolean holdsSweep(long missing, long known) {
        return Sweeping.holds(missing, known);
    }

    /**
     * Lets a held sweep delete what its listing missed.
     *
     * @param missing the number of records that {@link HeldSweep} showed
     * @return whether a sweep was held with this number; nothing happens otherwise
     */
    public boolean approveSweep(StreamId stream, long missing) {
        boolean approved = sweeping.approve(stream, missing);
        if (approved) {
            sweep(stream);
        }
        return approved;
    }

    private Transactions.Done<Optional<PageWriter.Taken>> attempt(Transaction tx, Page page) {
        try {
            Optional<PageWriter.Taken> taken = pages.take(tx, page, territory.current(), clock.instant());
            return new Transactions.Done<>(taken, taken.isPresent());
        } catch (Transactions.Overtaken e) {
            tx.rollback();
            territory.refresh();
            throw e;
        }
    }

    /**
     * Takes rejections that were mapped again. What passes is forgotten as a rejection in the same transaction.
     *
     * @return what it did; {@code rejected} counts those that stay
     */
    public Receipt replay(Replay replay) {
        PageWriter.Taken taken = transactions.run(tx -> {
            try {
                return keep(pages.replay(tx, replay, territory.current(), clock.instant()));
            } catch (Transactions.Overtaken e) {
                tx.rollback();
                territory.refresh();
                throw e;
            }
        });
        after(taken);
        return taken.receipt();
    }

    @Override
    public void stop(StreamId stream, String run, long epoch, List<Rejected> rejections, String problem) {
        transactions.run(tx -> {
            boolean stopped = pages.stop(tx, stream, epoch, rejections, problem);
            return new Transactions.Done<>(stopped, stopped);
        });
    }

    /** Ends the stream's pull under way at its next page, and lets none begin until {@link #resume}, by any process. */
    public void pause(StreamId stream) {
        transactions.run(tx -> {
            Leases.fence(tx, stream);
            StreamBook.pause(tx, stream, clock.instant());
            return keep(true);
        });
    }

    /** Lets a stream that was stopped go on; a pause stays. */
    public void goOn(StreamId stream) {
        transactions.run(tx -> {
            StreamBook.goOn(tx, stream);
            return keep(true);
        });
    }

    /** Lets a stream that was paused or stopped go on. */
    public void resume(StreamId stream) {
        transactions.run(tx -> {
            StreamBook.resume(tx, stream);
            return keep(true);
        });
    }

    @Override
    public void note(StreamId stream, String run, RunState state, String problem) {
        Instant now = clock.instant();
        transactions.run(tx -> {
            StreamBook.note(tx, stream, run, state, problem, now);
            return keep(true);
        });
    }

    @Override
    public void reset(StreamId stream) {
        transactions.run(tx -> {
            Leases.fence(tx, stream);
            StreamBook.reset(tx, stream);
            return keep(true);
        });
    }

    /**
     * Places anew what changes of areas, of records that place others, or of today left to be done. To be called at start
     * and from time to time; {@link #take} does it too, a part after each page.
     *
     * @return whether everything is settled
     */
    public boolean settle() {
        return settling.run(Integer.MAX_VALUE);
    }

    /** Transactions that were repeated since the start because writers stood in each other's way. */
    public long repeated() {
        return transactions.repeated();
    }

    private static <T> Transactions.Done<T> keep(T value) {
        return new Transactions.Done<>(value, true);
    }
}
