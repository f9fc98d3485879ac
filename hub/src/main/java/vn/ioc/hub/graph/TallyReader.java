// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Counts records under the rights of a caller, each tally by one statement. May be used from any thread. */
public final class TallyReader {
    /** Groups of one answer; more are refused rather than cut. */
    static final int MOST_GROUPS = 2_000;

    private final RecordModel model;
    private final AreaCovers covers;
    private final StatementRunner runner;
    private final Clock clock;

    /** @param clock from which relative times of filters count */
    public TallyReader(RecordModel model, AreaCovers covers, StatementRunner runner, Clock clock) {
        this.model = model;
        this.covers = covers;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * @throws GraphException BAD_REQUEST for a name that the type does not have, FORBIDDEN_FIELD for a field that the caller
     *     may not read, LIMIT_NODES for more than 2,000 groups
     */
    public Tally.Answer count(Tally tally, Rights rights) {
        Slots slots = new Slots(clock.instant());
        Optional<String> statement = statement(tally, rights, slots);
        if (statement.isEmpty()) {
            return Tally.Answer.NOTHING;
        }
        Value result = runner.run(statement.get(), slots.parameters());
        List<Tally.Row> rows = new ArrayList<>();
        for (Value row : result.get(1).values()) {
            List<Tally.Key> keys = new ArrayList<>();
            for (int i = 0; i < tally.groups().size(); i++) {
                keys.add(new Tally.Key(text(row.get(2 * i)), text(row.get(2 * i + 1))));
            }
            Value numbers = row.get(2 * tally.groups().size());
            rows.add(new Tally.Row(keys, numbers(numbers)));
        }
        if (rows.size() > MOST_GROUPS) {
            throw new GraphException(
                    GraphException.Reason.LIMIT_NODES,
                    "more than " + MOST_GROUPS + " groups; ask for fewer dimensions or a longer period");
        }
        return new Tally.Answer(numbers(result.get(0)), rows);
    }

    /** Whether the tally fits the model, told before anybody asks. @throws GraphException BAD_REQUEST when it does not */
    public void check(Tally tally, Rights all) {
        statement(tally, all, new Slots(clock.instant()));
    }

    /** Empty: nothing of the type is visible. */
    private Optional<String> statement(Tally tally, Rights rights, Slots slots) {
        RecordType type = model.findType(tally.type())
                .orElseThrow(() -> GraphException.badRequest("there is no record type " + tally.type()));
        RightsReader visible = new RightsReader(rights, slots);
        FilterReader filters = new FilterReader(model, visible, slots, covers);
        Variables variables = new Variables();
        TallyCypher cypher = new TallyCypher(model, type, visible, new ConditionCypher(variables), variables);
        Condition within = filters.read(type, tally.within());
        Optional<TallyCypher.Newest> newest = tally.newest()
                .map(n -> new TallyCypher.Newest(
                        clear(type, n.per(), visible).property(),
                        clear(type, n.by(), visible).property()));
        TallyCypher.Measure part = measure(type, tally.part(), visible, filters);
        Optional<TallyCypher.Measure> whole = tally.whole().map(w -> measure(type, w, visible, filters));
        return visible.of(type).map(shown -> cypher.statement(shown, within, newest, part, whole, tally.groups()));
    }

    private static TallyCypher.Measure measure(
            RecordType type, Tally.Part part, RightsReader rights, FilterReader filters) {
        Condition where = filters.read(type, part.where());
        if (part.field().isEmpty()) {
            if (part.aggregate() != Tally.Aggregate.COUNT) {
                throw GraphException.badRequest("only counting needs no field");
            }
            return new TallyCypher.Measure(part.aggregate(), Optional.empty(), where);
        }
        Readable field = clear(type, part.field().get(), rights);
        if (field.scalar() != Scalar.INT && field.scalar() != Scalar.FLOAT) {
            throw GraphException.badRequest("'" + part.field().get() + "' of " + type.name() + " is no number");
        }
        return new TallyCypher.Measure(part.aggregate(), Optional.of(field.property()), where);
    }

    /** A field that the caller reads as it is; no other may be measured or grouped by. */
    static Readable clear(RecordType type, String name, RightsReader rights) {
        Readable field = Readable.find(type, name)
                .filter(f -> !f.list())
                .orElseThrow(() -> GraphException.badRequest("no single value '" + name + "' on " + type.name()));
        if (rights.visibility(type, field) != Visibility.CLEAR) {
            throw new GraphException(
                    GraphException.Reason.FORBIDDEN_FIELD,
                    "'" + name + "' of " + type.name() + " may not be read, so it cannot be counted by");
        }
        return field;
    }

    private static Tally.Numbers numbers(Value pair) {
        return new Tally.Numbers(number(pair.get(0)), number(pair.get(1)));
    }

    private static @Nullable Double number(Value value) {
        return value.isNull() ? null : value.asDouble();
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : String.valueOf(value.asObject());
    }
}
