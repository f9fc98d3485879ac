// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Transaction;
import vn.ioc.hub.territory.AreaCatalog;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.change.StreamId;

/**
 * Deletes what a complete listing did not meet, in bounded steps, one transaction each. The lease's lock keeps pages of the
 * stream away while a step looks and writes.
 */
final class Sweeping {
    /** A sweep of more than this share of the stream's records, in percent, waits for a person. */
    private static final int MOST_PERCENT = 10;

    /** So does one of more records than this. */
    private static final int MOST = 500;

    private final Transactions transactions;
    private final Records records;
    private final FactWriter facts;
    private final LinkWriter links;
    private final Placing placing;
    private final Shapes shapes;
    private final Set<StreamId> snapshots;
    private final Territory territory;
    private final Clock clock;
    private final IngestSettings settings;

    Sweeping(
            Transactions transactions,
            Shapes shapes,
            Projector projector,
            Set<StreamId> snapshots,
            Territory territory,
            Clock clock,
            IngestSettings settings) {
        this.transactions = transactions;
        this.records = new Records(shapes);
        this.facts = new FactWriter(shapes);
        this.links = new LinkWriter(shapes, projector);
        this.placing = new Placing(projector, shapes);
        this.shapes = shapes;
        this.snapshots = Set.copyOf(snapshots);
        this.territory = territory;
        this.clock = clock;
        this.settings = settings;
    }

    /** What a step did. @param more whether there is another one */
    record Step(boolean more, boolean areasChanged, boolean unsettled) {
        private static final Step NOTHING = new Step(false, false, false);
    }

    /** One step of the stream's sweep, if there is one and it is not held. */
    Step step(StreamId stream) {
        return transactions.run(tx -> {
            try {
                return new Transactions.Done<>(step(tx, stream), true);
            } catch (Transactions.Overtaken e) {
                tx.rollback();
                territory.refresh();
                throw e;
            }
        });
    }

    /**
     * Lets a held sweep go on.
     *
     * @param missing the number that was seen; another one means that another listing came meanwhile
     * @return whether it was held with this number
     */
    boolean approve(StreamId stream, long missing) {
        return transactions.run(tx -> {
            Leases.lock(tx, stream);
            boolean held = SweepBook.read(tx, stream)
                    .filter(s -> s.state() == SweepBook.State.HELD && s.missing() == missing)
                    .isPresent();
            if (held) {
                SweepBook.run(tx, stream);
            }
            return new Transactions.Done<>(held, held);
        });
    }

    /** Whether so many deletions of so many records are too many to be believed. */
    static boolean holds(long missing, long known) {
        return missing > MOST || missing * 100 > known * MOST_PERCENT;
    }

    private Step step(Transaction tx, StreamId stream) {
        Leases.lock(tx, stream);
        Optional<SweepBook.Sweep> sweep = SweepBook.read(tx, stream);
        if (sweep.isEmpty() || sweep.get().state() == SweepBook.State.HELD) {
            return Step.NOTHING;
        }
        SweepBook.Sweep found = sweep.get();
        if (found.state() == SweepBook.State.FOUND) {
            SweepBook.Counted counted = SweepBook.count(tx, stream, found.poll());
            if (holds(counted.missing(), counted.known())) {
                SweepBook.hold(tx, stream, counted, clock.instant());
                return Step.NOTHING;
            }
            SweepBook.run(tx, stream);
        }
        List<String> missing = SweepBook.missing(tx, stream, found.poll(), settings.step());
        boolean more = missing.size() == settings.step();
        if (!more) {
            SweepBook.done(tx, stream);
        }
        if (missing.isEmpty()) {
            return Step.NOTHING;
        }
        Publishing.Published published = delete(tx, stream, found, missing);
        return new Step(more, published.areasChanged(), published.unsettled());
    }

    private Publishing.Published delete(Transaction tx, StreamId stream, SweepBook.Sweep sweep, List<String> uids) {
        AreaCatalog areas = territory.current();
        Instant now = clock.instant();
        records.lock(tx, uids, Set.of());
        Map<String, Working> locked = records.read(tx, uids);
        Reprojection work = new Reprojection(tx, shapes, records, placing, areas, now);
        locked.values().forEach(work::add);
        FactWriter.Batch batch = new FactWriter.Batch();
        for (Working record : locked.values()) {
            record.facts.stream()
                    .filter(f -> f.of(stream.source(), stream.stream()) && !f.deleted())
                    .findFirst()
                    .ifPresent(head -> {
                        // The number of a pull orders versions of a snapshot; elsewhere the source may yet send this
                        // one again.
                        long version = snapshots.contains(stream) ? sweep.poll() : head.version();
                        Fact gone = head.gone(version, sweep.run(), now);
                        batch.accept(Optional.of(head), gone);
                        record.put(gone);
                    });
        }
        facts.write(tx, batch, now);
        work.addAll(links.write(tx, locked.values()));
        work.run();
        return Publishing.publish(tx, work, areas, now);
    }
}
