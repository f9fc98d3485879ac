// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordModel;

/** Tells what changes would do, by the rules of the writing side, without a lock and without writing. */
public final class Comparison {
    /** Records that are read at once. */
    private static final int STEP = 500;

    private static final List<String> OF_ALL = List.of(Properties.AUDIENCE, Properties.FLAGS);

    private final Transactions transactions;
    private final Shapes shapes;
    private final Records records;
    private final Projector projector;
    private final FieldOwners owners;
    private final ChangeCheck check;
    private final Set<StreamId> snapshots;
    private final Reading reading;
    private final Clock clock;

    public Comparison(
            Driver driver,
            RecordModel model,
            FieldOwners owners,
            Set<StreamId> snapshots,
            Clock clock,
            IngestSettings settings) {
        this.transactions = new Transactions(driver, settings.transaction());
        this.shapes = new Shapes(model);
        this.records = new Records(shapes);
        this.projector = new Projector(owners);
        this.owners = owners;
        this.check = new ChangeCheck(shapes);
        this.snapshots = Set.copyOf(snapshots);
        this.reading = new Reading(driver);
        this.clock = clock;
    }

    /** One answer for each change, in the order of uids; of several changes of one record in one stream the newest counts. */
    public List<Compared> compare(Collection<Change> changes) {
        Map<String, Change> newest = new TreeMap<>();
        changes.forEach(
                c -> newest.merge(c.key().uid() + "\n" + c.stream(), c, (a, b) -> b.version() >= a.version() ? b : a));
        List<Change> all = List.copyOf(newest.values());
        List<Compared> compared = new ArrayList<>();
        for (int from = 0; from < all.size(); from += STEP) {
            List<Change> some = all.subList(from, Math.min(from + STEP, all.size()));
            Set<String> uids = new TreeSet<>();
            some.forEach(c -> uids.add(c.key().uid()));
            Map<String, Working> found = transactions.run(tx -> new Transactions.Done<>(records.read(tx, uids), false));
            some.forEach(change ->
                    compared.add(compare(change, found.get(change.key().uid()))));
        }
        return compared;
    }

    /**
     * Records of a stream that a listing did not meet.
     *
     * @param uids sorted
     * @param known all records that the stream has
     */
    public record Missed(List<String> uids, long known) {}

    /** What a complete listing would delete. @param met uids that it met */
    public Missed missed(StreamId stream, Collection<String> met) {
        Set<String> known = new TreeSet<>();
        reading.all(SweepBook.KNOWN, Map.of("source", stream.source(), "name", stream.stream()))
                .forEach(row -> known.add(row.get("uid").asString()));
        long count = known.size();
        known.removeAll(met);
        return new Missed(List.copyOf(known), count);
    }

    private Compared compare(Change change, @Nullable Working found) {
        StreamId stream = change.stream();
        String uid = change.key().uid();
        Instant now = clock.instant();
        Optional<Rejected> rejected = check.check(change, now);
        if (rejected.isPresent()) {
            return Compared.plain(
                    stream, uid, Compared.Kind.REJECTED, rejected.get().message());
        }
        Working record = found == null
                ? new Working(uid, shapes.ofUid(uid), Map.of(), false, List.of(), Set.of(), Set.of())
                : found;
        Optional<Fact> head = record.facts.stream()
                .filter(f -> f.of(stream.source(), stream.stream()))
                .findFirst();
        return switch (VersionRule.judge(head, change, snapshots.contains(stream))) {
            case ACCEPT -> accepted(change, record, head, now);
            case MOVE, UNCHANGED -> Compared.plain(stream, uid, Compared.Kind.UNCHANGED, "");
            case STALE -> Compared.plain(stream, uid, Compared.Kind.STALE, "");
            case CONFLICT ->
                Compared.plain(
                        stream,
                        uid,
                        Compared.Kind.CONFLICT,
                        ChangeCheck.conflict(change, now).message());
        };
    }

    private Compared accepted(Change change, Working record, Optional<Fact> head, Instant now) {
        LocalDate day = Stored.day(now);
        boolean had = !record.live().isEmpty();
        Map<String, Object> before = projector.properties(record, day);
        Set<Edge> edgesBefore = projector.edges(record);
        List<String> cluesBefore = Projector.clues(record);
        Fact fact = Fact.of(
                change, record.shape.type(), "", head.map(f -> f.n() + 1).orElse(0L));
        List<Fact> kept = List.copyOf(record.facts);
        record.put(fact);
        boolean has = !record.live().isEmpty();
        Map<String, Object> after = projector.properties(record, day);
        Set<Edge> edgesAfter = projector.edges(record);
        Set<String> fields = new TreeSet<>();
        record.shape.type().fields().keySet().forEach(name -> differs(name, before, after, fields));
        OF_ALL.forEach(name -> differs(name, before, after, fields));
        Set<String> linked = new TreeSet<>();
        edgesAfter.stream().filter(e -> !edgesBefore.contains(e)).forEach(e -> {
            linked.add(e.other());
            record.shape.linkOf(e).ifPresent(link -> fields.add(link.name()));
        });
        edgesBefore.stream()
                .filter(e -> !edgesAfter.contains(e))
                .forEach(e -> record.shape.linkOf(e).ifPresent(link -> fields.add(link.name())));
        if (!cluesBefore.equals(Projector.clues(record))) {
            fields.add("place");
        }
        // The next change of the same record, from another stream, is compared with the graph as well.
        record.facts.clear();
        record.facts.addAll(kept);
        Compared.Kind kind = had
                ? has ? Compared.Kind.CHANGED : Compared.Kind.REMOVED
                : has ? Compared.Kind.ADDED : Compared.Kind.UNCHANGED;
        return new Compared(
                change.stream(),
                record.uid,
                kind,
                kind == Compared.Kind.CHANGED ? List.copyOf(fields) : List.of(),
                List.copyOf(linked),
                has ? ownedElsewhere(fact, record.shape.name(), after) : Map.of(),
                "");
    }

    private static void differs(
            String name, Map<String, Object> before, Map<String, Object> after, Set<String> fields) {
        if (!Objects.equals(before.get(name), after.get(name))) {
            fields.add(name);
        }
    }

    private Map<String, String> ownedElsewhere(Fact fact, String type, Map<String, Object> after) {
        Map<String, String> elsewhere = new TreeMap<>();
        fact.taken().stream()
                .filter(name -> !Objects.equals(fact.values().get(name), after.get(name)))
                .forEach(name -> owners.owner(type, name)
                        .filter(owner -> !owner.equals(fact.source()))
                        .ifPresent(owner -> elsewhere.put(name, owner)));
        fact.links()
                .keySet()
                .forEach(name -> owners.owner(type, name)
                        .filter(owner -> !owner.equals(fact.source()))
                        .ifPresent(owner -> elsewhere.put(name, owner)));
        return elsewhere;
    }
}
