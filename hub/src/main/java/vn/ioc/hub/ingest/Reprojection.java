// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.hub.territory.AreaCatalog;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;

/**
 * Makes locked records anew from their facts within one transaction, and with them the records that are part of them.
 * Types are taken in the order in which they depend on each other.
 */
final class Reprojection {
    private final SimpleQueryRunner tx;
    private final Shapes shapes;
    private final Records records;
    private final Placing placing;
    private final AreaCatalog areas;
    private final Instant at;

    private final Map<String, Map<String, Working>> byType = new TreeMap<>();
    private final Map<String, Working> all = new LinkedHashMap<>();
    private final Map<String, LocalDate> observed = new TreeMap<>();
    private final Map<String, Inherited> given = new TreeMap<>();
    /** What was read of records that this transaction has not locked. */
    private final Map<String, Inherited> relied = new TreeMap<>();

    private final Set<String> placers = new TreeSet<>();
    private boolean areasChanged;

    Reprojection(SimpleQueryRunner tx, Shapes shapes, Records records, Placing placing, AreaCatalog areas, Instant at) {
        this.tx = tx;
        this.shapes = shapes;
        this.records = records;
        this.placing = placing;
        this.areas = areas;
        this.at = at;
    }

    /** A locked record that is to be made anew. */
    void add(Working record) {
        if (all.putIfAbsent(record.uid, record) == null) {
            byType.computeIfAbsent(record.shape.name(), t -> new TreeMap<>()).put(record.uid, record);
            if (record.before.get(Names.OBSERVED_ON) instanceof LocalDate day) {
                observe(record.uid, day);
            }
        }
    }

    /** A version of the record was observed on that day. */
    void observe(String uid, LocalDate day) {
        observed.merge(uid, day, (a, b) -> a.isBefore(b) ? a : b);
    }

    /** Locks and adds records that are not among them yet. */
    void addAll(Collection<String> uids) {
        Set<String> further = new TreeSet<>(uids);
        further.removeAll(all.keySet());
        if (!further.isEmpty()) {
            records.lock(tx, further, Set.of());
            records.read(tx, further).values().forEach(this::add);
        }
    }

    void run() {
        for (TypeShape shape : shapes.inOrder()) {
            Map<String, Working> ofType = byType.getOrDefault(shape.name(), Map.of());
            if (!ofType.isEmpty()) {
                project(shape, List.copyOf(ofType.values()));
            }
        }
    }

    private void project(TypeShape shape, List<Working> ofType) {
        Map<String, Inherited> inputs = inputs(shape, ofType);
        for (Working record : ofType) {
            record.become(placing.project(
                    record,
                    input(shape.parent(), record, inputs),
                    input(shape.through(), record, inputs),
                    areas,
                    observed.get(record.uid)));
            given.put(record.uid, record.after().inherited());
        }
        new NodeWriter().write(tx, shape, ofType, at);
        passOn(shape, ofType);
        areasChanged |= shape.name().equals(RecordModel.AREA) && ofType.stream().anyMatch(NodeWriter::told);
    }

    private Map<String, Inherited> inputs(TypeShape shape, List<Working> ofType) {
        Set<String> needed = new TreeSet<>();
        for (Working record : ofType) {
            end(shape.parent(), record).ifPresent(needed::add);
            end(shape.through(), record).ifPresent(needed::add);
        }
        Map<String, Inherited> inputs = new TreeMap<>();
        needed.stream().filter(given::containsKey).forEach(u -> inputs.put(u, given.get(u)));
        needed.removeAll(given.keySet());
        Map<String, Inherited> read = records.inherited(tx, needed);
        relied.putAll(read);
        inputs.putAll(read);
        return inputs;
    }

    private static Inherited input(Optional<RecordLink> link, Working record, Map<String, Inherited> inputs) {
        return end(link, record).map(inputs::get).orElse(Inherited.NOTHING);
    }

    private static Optional<String> end(Optional<RecordLink> link, Working record) {
        return link.flatMap(l -> TypeShape.end(l, record.edges()));
    }

    /**
     * Parts join this transaction; none can come meanwhile, since whoever adds a part locks its whole. What is placed
     * through a record waits, since there may be many.
     */
    private void passOn(TypeShape shape, List<Working> ofType) {
        Set<String> changed = new TreeSet<>();
        boolean places = !shapes.placedThrough(shape.name()).isEmpty();
        for (Working record : ofType) {
            Inherited before = record.inheritedBefore();
            Inherited after = record.after().inherited();
            if (!before.equals(after)) {
                changed.add(record.uid);
            }
            if (places && !before.clues().equals(after.clues())) {
                placers.add(record.uid);
            }
        }
        for (TypeShape child : shapes.partsOf(shape.name())) {
            addAll(children(child, changed));
        }
    }

    private Set<String> children(TypeShape child, Set<String> of) {
        RecordLink link = child.parent().orElseThrow();
        String pattern = link.out() ? "<-[:" + link.type() + "]-" : "-[:" + link.type() + "]->";
        Set<String> found = new TreeSet<>();
        if (!of.isEmpty()) {
            tx.run(
                            "UNWIND $uids AS u MATCH (p:Entity {uid: u})" + pattern + "(c:Entity) "
                                    + "WHERE c.uid STARTS WITH $type RETURN DISTINCT c.uid AS uid",
                            Map.of("uids", List.copyOf(of), "type", child.name() + ":"))
                    .forEachRemaining(row -> found.add(row.get("uid").asString()));
        }
        return found;
    }

    /** To be asked when no other writer can commit: whether what was read without a lock still holds. */
    boolean holds() {
        return records.inherited(tx, relied.keySet()).equals(relied);
    }

    /** Records that readers see changed, parents before parts. */
    List<Working> told() {
        return shapes.inOrder().stream()
                .flatMap(s -> byType.getOrDefault(s.name(), Map.of()).values().stream())
                .filter(NodeWriter::told)
                .toList();
    }

    /** Records whose clues place others and have changed. */
    Set<String> placers() {
        return placers;
    }

    boolean areasChanged() {
        return areasChanged;
    }
}
