// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.hub.territory.AreaCatalog;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/** Takes one page within one transaction. */
final class PageWriter {
    private final Shapes shapes;
    private final Set<StreamId> snapshots;
    private final Records records;
    private final FactWriter facts;
    private final LinkWriter links;
    private final Placing placing;
    private final ChangeCheck check;
    private final RejectionWriter rejections;
    private final IngestSettings settings;

    PageWriter(
            Shapes shapes,
            Projector projector,
            Set<StreamId> snapshots,
            RejectionCipher cipher,
            IngestSettings settings) {
        this.shapes = shapes;
        this.snapshots = Set.copyOf(snapshots);
        this.records = new Records(shapes);
        this.facts = new FactWriter(shapes);
        this.links = new LinkWriter(shapes, projector);
        this.placing = new Placing(projector, shapes);
        this.check = new ChangeCheck(shapes);
        this.rejections = new RejectionWriter(cipher);
        this.settings = settings;
    }

    /**
     * What taking a page did.
     *
     * @param areasChanged whether the catalogue of areas is to be loaded anew
     * @param unsettled whether records elsewhere are to be placed anew
     */
    record Taken(Graph.Receipt receipt, boolean areasChanged, boolean unsettled) {}

    /** Counts while a page is judged. */
    private static final class Tally {
        final List<Rejected> rejected;
        int accepted;
        int unchanged;
        int stale;

        Tally(List<Rejected> rejected) {
            this.rejected = new ArrayList<>(rejected);
        }

        Graph.Receipt receipt() {
            return new Graph.Receipt(accepted, unchanged, stale, rejected.size());
        }
    }

    /** @return empty when the page's epoch is not the lease's: nothing may be written */
    Optional<Taken> take(SimpleQueryRunner tx, Page page, AreaCatalog areas, Instant now) {
        if (!Leases.hold(tx, page.stream(), page.epoch())) {
            return Optional.empty();
        }
        Tally tally = new Tally(page.rejections());
        List<Change> changes = news(tx, page, tally, now);
        Optional<Publishing.Published> published =
                changes.isEmpty() ? Optional.empty() : Optional.of(change(tx, page, changes, tally, areas, now));
        if (StreamBook.turn(tx, page, tally.receipt(), now)) {
            rejections.write(tx, tally.rejected);
        }
        if (page.last()) {
            RejectionWriter.prune(tx, now, settings.rejections());
        }
        return Optional.of(new Taken(
                tally.receipt(),
                published.filter(Publishing.Published::areasChanged).isPresent(),
                published.filter(Publishing.Published::unsettled).isPresent()));
    }

    /** Changes that may bring something, oldest version first; the others cost no lock. */
    private List<Change> news(SimpleQueryRunner tx, Page page, Tally tally, Instant now) {
        Set<String> uids = new TreeSet<>();
        page.changes().forEach(c -> uids.add(c.key().uid()));
        Map<String, FactWriter.Head> heads = uids.isEmpty() ? Map.of() : facts.heads(tx, page.stream(), uids);
        List<Change> news = new ArrayList<>();
        for (Change change : page.changes()) {
            FactWriter.Head head = heads.get(change.key().uid());
            if (head != null
                    && head.version() == change.version()
                    && head.hash().equals(change.hash())) {
                tally.unchanged++;
                continue;
            }
            Optional<Rejected> rejected = check.check(change, now);
            rejected.ifPresent(tally.rejected::add);
            if (rejected.isEmpty()) {
                news.add(change);
            }
        }
        news.sort(Comparator.comparing(Change::key).thenComparingLong(Change::version));
        return news;
    }

    private Publishing.Published change(
            SimpleQueryRunner tx, Page page, List<Change> changes, Tally tally, AreaCatalog areas, Instant now) {
        Set<String> uids = new TreeSet<>();
        Set<String> wholes = new TreeSet<>();
        Set<String> targets = new TreeSet<>();
        for (Change change : changes) {
            uids.add(change.key().uid());
            change.links().forEach((name, keys) -> {
                boolean whole = shapes.shape(change.key().type()).isParent(name);
                keys.stream().map(RecordKey::uid).forEach((whole ? wholes : targets)::add);
            });
        }
        wholes.addAll(uids);
        records.lock(tx, wholes, targets);
        Map<String, Working> locked = records.read(tx, uids);
        Reprojection work = new Reprojection(tx, shapes, records, placing, areas, now);
        locked.values().forEach(work::add);
        FactWriter.Batch batch = new FactWriter.Batch();
        for (Change change : changes) {
            Working record = locked.get(change.key().uid());
            if (record != null) {
                work.observe(record.uid, Stored.day(change.observedAt()));
                judge(change, record, page.run(), batch, tally, now);
            }
        }
        facts.write(tx, batch, now);
        work.addAll(links.write(tx, locked.values()));
        work.run();
        return Publishing.publish(tx, work, areas, now);
    }

    private void judge(Change change, Working record, String run, FactWriter.Batch batch, Tally tally, Instant now) {
        StreamId stream = change.stream();
        Optional<Fact> head = record.facts.stream()
                .filter(f -> f.of(stream.source(), stream.stream()))
                .findFirst();
        switch (VersionRule.judge(head, change, snapshots.contains(stream))) {
            case ACCEPT -> {
                Fact fact = Fact.of(
                        change,
                        record.shape.type(),
                        run,
                        head.map(f -> f.n() + 1).orElse(0L));
                batch.accept(head, fact);
                record.put(fact);
                tally.accepted++;
            }
            case MOVE -> {
                Fact moved = head.orElseThrow().moved(change, run);
                batch.move(moved);
                record.put(moved);
                tally.unchanged++;
            }
            case UNCHANGED -> tally.unchanged++;
            case STALE -> tally.stale++;
            case CONFLICT -> tally.rejected.add(ChangeCheck.conflict(change, now));
        }
    }
}
