// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        Optional<Publishing.Published> published =
                write(tx, page.stream(), page.run(), page.changes(), tally, areas, now);
        if (page.listed()) {
            SweepBook.seen(tx, page);
        }
        if (StreamBook.turn(tx, page, tally.receipt(), tally.rejected, now)) {
            RejectionWriter.passed(tx, page.stream(), passed(page.changes(), tally.rejected));
            rejections.write(tx, tally.rejected, page.poll());
        }
        if (page.last() && page.listed()) {
            SweepBook.found(tx, page);
        }
        if (page.last()) {
            RejectionWriter.prune(tx, now, settings.rejections());
        }
        return Optional.of(taken(tally, published));
    }

    /** Takes what rejections became when they were mapped again: by the same guard, without moving the checkpoint. */
    Taken replay(SimpleQueryRunner tx, Replay replay, AreaCatalog areas, Instant now) {
        Tally tally = new Tally(List.copyOf(replay.rejected().values()));
        List<Change> changes =
                replay.passed().values().stream().flatMap(List::stream).toList();
        int before = tally.rejected.size();
        Optional<Publishing.Published> published = write(tx, replay.stream(), replay.run(), changes, tally, areas, now);
        Map<String, Rejected> again = new TreeMap<>(replay.rejected());
        Map<String, Rejected> refused = new HashMap<>();
        tally.rejected.subList(before, tally.rejected.size()).forEach(r -> refused.put(r.position(), r));
        replay.passed()
                .forEach((id, became) -> became.stream()
                        .map(c -> refused.get(ChangeCheck.position(c)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(why -> again.put(id, why)));
        RejectionWriter.again(tx, again);
        RejectionWriter.forget(
                tx,
                replay.passed().keySet().stream()
                        .filter(id -> !again.containsKey(id))
                        .toList());
        long read = replay.passed().size() + replay.rejected().size();
        StreamBook.replayed(tx, replay.stream(), replay.run(), read, tally.receipt(), now);
        return taken(tally, published);
    }

    /** @return whether the epoch is the lease's, and the stream stopped */
    boolean stop(SimpleQueryRunner tx, StreamId stream, long epoch, List<Rejected> rejected, String problem) {
        if (!Leases.hold(tx, stream, epoch)) {
            return false;
        }
        rejections.write(tx, rejected, StreamBook.checkpoint(tx, stream).poll() + 1);
        StreamBook.stop(tx, stream, rejected, problem);
        return true;
    }

    private static Taken taken(Tally tally, Optional<Publishing.Published> published) {
        return new Taken(
                tally.receipt(),
                published.filter(Publishing.Published::areasChanged).isPresent(),
                published.filter(Publishing.Published::unsettled).isPresent());
    }

    private static Set<String> passed(List<Change> changes, List<Rejected> rejected) {
        Set<String> failed = rejected.stream().map(Rejected::position).collect(Collectors.toSet());
        return changes.stream()
                .filter(c -> !failed.contains(ChangeCheck.position(c)))
                .map(c -> c.key().key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Publishing.Published> write(
            SimpleQueryRunner tx,
            StreamId stream,
            String run,
            List<Change> all,
            Tally tally,
            AreaCatalog areas,
            Instant now) {
        List<Change> changes = news(tx, stream, all, tally, now);
        return changes.isEmpty() ? Optional.empty() : Optional.of(change(tx, run, changes, tally, areas, now));
    }

    /** Changes that may bring something, oldest version first; the others cost no lock. */
    private List<Change> news(SimpleQueryRunner tx, StreamId stream, List<Change> all, Tally tally, Instant now) {
        Set<String> uids = new TreeSet<>();
        all.forEach(c -> uids.add(c.key().uid()));
        Map<String, FactWriter.Head> heads = uids.isEmpty() ? Map.of() : facts.heads(tx, stream, uids);
        List<Change> news = new ArrayList<>();
        for (Change change : all) {
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
            SimpleQueryRunner tx, String run, List<Change> changes, Tally tally, AreaCatalog areas, Instant now) {
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
                judge(change, record, run, batch, tally, now);
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
