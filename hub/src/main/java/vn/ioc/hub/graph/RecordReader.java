// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.neo4j.driver.Value;
import vn.ioc.hub.access.Rights;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * Answers questions about records under the rights of a caller, each by one statement. What the caller may not see is as
 * if it were not there. May be used from any thread.
 */
public final class RecordReader {
    /** The most links of a way between two records. */
    public static final int MOST_HOPS = 6;

    private final RecordModel model;
    private final AreaCovers covers;
    private final CursorSigner signer;
    private final StatementRunner runner;
    private final ReadSettings settings;
    private final Clock clock;
    private final FieldOwner owners;
    private final Statements statements;

    /** @param clock that relative times are told from */
    public RecordReader(
            RecordModel model,
            AreaCovers covers,
            CursorSigner signer,
            StatementRunner runner,
            ReadSettings settings,
            Clock clock,
            FieldOwner owners) {
        this.model = model;
        this.covers = covers;
        this.signer = signer;
        this.runner = runner;
        this.settings = settings;
        this.clock = clock;
        this.owners = owners;
        this.statements = new Statements(settings.plans(), settings.sortLimit());
    }

    /**
     * A page of the records of a type.
     *
     * @param field a connection: {@code where, orderBy, first, after, last, before} and what is asked of the page
     * @throws GraphException also for bad arguments
     */
    public Row list(RecordType type, Selection field, Rights rights) {
        Slots slots = new Slots(clock.instant());
        ConnectionShape shape = connections(rights, slots)
                .read(type, new ConnectionShape.Everything(), type.plural(), field, Budget.start(settings.nodeLimit()));
        Value value = runner.run(statements.of(new Question.Listing(shape)), slots.parameters());
        Object page = new ResultReader(slots, signer, settings.sortLimit()).connection(shape, value);
        if (page instanceof GraphException tooMuch) {
            throw tooMuch;
        }
        return (Row) page;
    }

    /**
     * Figures over groups of the records of a type, by one statement.
     *
     * @param field {@code where, by, orderBy, first}, values coerced as GraphQL does it (enums are their names), and what is
     *     asked of the groups
     * @return one row per group, in order: {@code key, count, min, max, avg, sum} as asked
     * @throws GraphException also for bad arguments and more than 1,000 groups
     */
    public List<Row> aggregate(RecordType type, Selection field, Rights rights) {
        Slots slots = new Slots(clock.instant());
        AggregateShape shape = new AggregateReader(model, connections(rights, slots), slots)
                .read(type, field, Budget.start(settings.nodeLimit()));
        Value value = runner.run(statements.of(new Question.Grouping(shape)), slots.parameters());
        return new AggregateResult(shape, new ResultReader(slots, signer, settings.sortLimit())).rows(value);
    }

    /** One record by uid; empty when it is absent or hidden. @param field asked of the record */
    public Optional<Row> one(String uid, Selection field, Rights rights) {
        return Optional.ofNullable(byUid(List.of(uid), field, rights).get(uid));
    }

    /**
     * Records by uid, in the order of the uids; those that are absent or hidden are left out.
     *
     * @param node asked of each record, for every type that may occur
     */
    public Map<String, Row> byUid(List<String> uids, Selection node, Rights rights) {
        Slots slots = new Slots(clock.instant());
        ConnectionReader connections = connections(rights, slots);
        Map<String, List<String>> byType = new TreeMap<>();
        uids.forEach(uid -> byType.computeIfAbsent(
                        uid.substring(0, Math.max(0, uid.indexOf(':'))), t -> new ArrayList<>())
                .add(uid));
        Budget budget = Budget.start(settings.nodeLimit());
        List<Question.Part> parts = new ArrayList<>();
        byType.forEach((name, ofType) -> model.findType(name)
                .ifPresent(type -> connections
                        .rights()
                        .of(type)
                        .ifPresent(shown -> parts.add(new Question.Part(
                                name,
                                slots.add(ofType),
                                shown,
                                connections.shapes().read(type, node.of(name), budget.of(ofType.size())))))));
        return parts.isEmpty() ? Map.of() : inOrder(uids, found(new Question.Lookup(parts), slots));
    }

    /**
     * A shortest way between two records over links, by one statement; of several as short any one.
     *
     * @param field {@code from, to} by uid, {@code maxHops, sectors}, and what is asked of the way
     * @return empty when there is none of at most so many links, or when an end is absent or hidden
     * @throws GraphException also for bad arguments
     */
    public Optional<Row> path(Selection field, Rights rights) {
        Slots slots = new Slots(clock.instant());
        Question.Way way = new PathReader(model, connections(rights, slots), slots).read(field, settings.nodeLimit());
        if (way.visible().isEmpty()) {
            return Optional.empty();
        }
        Value value = runner.run(statements.of(way), slots.parameters());
        return Optional.ofNullable(
                PathReader.row(field, way, value, new ResultReader(slots, signer, settings.sortLimit())));
    }

    private Map<String, Row> found(Question.Lookup lookup, Slots slots) {
        Value value = runner.run(statements.of(lookup), slots.parameters());
        ResultReader results = new ResultReader(slots, signer, settings.sortLimit());
        Map<String, Row> found = new HashMap<>();
        for (int part = 0; part < lookup.parts().size(); part++) {
            RecordShape shape = lookup.parts().get(part).shape();
            for (Value pair : value.get(part).values()) {
                found.put(pair.get(0).asString(), results.record(shape, pair.get(1)));
            }
        }
        return found;
    }

    private static Map<String, Row> inOrder(List<String> uids, Map<String, Row> found) {
        Map<String, Row> ordered = new LinkedHashMap<>();
        uids.forEach(uid -> Optional.ofNullable(found.get(uid)).ifPresent(row -> ordered.put(uid, row)));
        return ordered;
    }

    private ConnectionReader connections(Rights rights, Slots slots) {
        return new ConnectionReader(model, new RightsReader(rights, slots), slots, covers, signer, owners);
    }
}
