// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.Aggregates;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads what is asked of groups of records, arguments included, as a shape. */
final class AggregateReader {
    /** The most groups of one answer. */
    static final int MOST = 1_000;

    private final RecordModel model;
    private final ConnectionReader connections;
    private final Slots slots;

    AggregateReader(RecordModel model, ConnectionReader connections, Slots slots) {
        this.model = model;
        this.connections = connections;
        this.slots = slots;
    }

    AggregateShape read(RecordType type, Selection field, Budget budget) {
        Object where = field.arguments().get("where");
        ConnectionShape records = connections.read(
                type,
                new ConnectionShape.Everything(),
                Aggregates.root(type),
                new Selection(field.name(), field.key(), one("where", where), Set.of(), List.of()),
                budget);
        int groups = size(field);
        List<AggregateShape.Group> by = by(type, field, budget.of(groups));
        List<AggregateShape.Measure> measures = new ArrayList<>();
        List<AggregateShape.Asked> asked =
                field.fields().stream().map(f -> asked(type, f, by, measures)).toList();
        return new AggregateShape(
                records,
                by,
                measures,
                asked,
                "COUNT".equals(String.valueOf(field.arguments().get("orderBy"))),
                slots.add(field.arguments().get("first") == null ? MOST + 1L : (long) groups));
    }

    /** Groups that are wanted; a question without dimensions has one. */
    private static int size(Selection field) {
        if (!(field.arguments().get("first") instanceof Number first)) {
            return field.arguments().get("by") instanceof List<?> by && !by.isEmpty() ? MOST : 1;
        }
        if (first.intValue() < 1 || first.intValue() > MOST) {
            throw GraphException.badRequest("'first' is 1 to " + MOST);
        }
        return first.intValue();
    }

    private List<AggregateShape.Group> by(RecordType type, Selection field, Budget budget) {
        Map<String, AggregateShape.Group> groups = new LinkedHashMap<>();
        if (field.arguments().get("by") instanceof List<?> list) {
            for (Object one : list) {
                ((Map<?, ?>) one).forEach((name, how) -> {
                    AggregateShape.Group group = group(type, String.valueOf(name), String.valueOf(how), field, budget);
                    if (groups.put(group.field(), group) != null) {
                        throw GraphException.badRequest("'" + name + "' is grouped by twice");
                    }
                });
            }
        }
        if (groups.size() > Aggregates.DIMENSIONS) {
            throw GraphException.badRequest("groups have at most " + Aggregates.DIMENSIONS + " dimensions");
        }
        return List.copyOf(groups.values());
    }

    private AggregateShape.Group group(RecordType type, String name, String how, Selection field, Budget budget) {
        Optional<RecordLink> link = Aggregates.links(type).stream()
                .filter(l -> l.name().equals(name))
                .findFirst();
        if (link.isPresent()) {
            return linked(link.get(), how, field, budget);
        }
        if (!Aggregates.groups(type).containsKey(name)) {
            throw GraphException.badRequest("no group '" + name + "' on " + type.name());
        }
        Readable readable = readable(type, name);
        if (Aggregates.isTime(readable.scalar())) {
            return new AggregateShape.ByTime(
                    name,
                    readable.property(),
                    readable.scalar() == Scalar.DATE_TIME,
                    AggregateShape.Bucket.valueOf(how));
        }
        return new AggregateShape.ByValue(
                name,
                new RecordShape.Stored(
                        List.of(), readable.property(), readable.scalar(), false, Visibility.CLEAR, readable.codes()));
    }

    private AggregateShape.Group linked(RecordLink link, String how, Selection field, Budget budget) {
        RecordType target = model.type(link.target());
        List<RecordShape> shapes = field.named("key")
                .flatMap(key -> key.named(link.name()))
                .map(asked -> connections.shapes().read(target, asked.of(target.name()), budget.of(1)))
                .toList();
        boolean rolled = Aggregates.isArea(link) && !how.equals("ITSELF");
        return new AggregateShape.ByLink(
                link.name(),
                link,
                connections.rights().of(target),
                rolled ? OptionalInt.of(slots.add(how.toLowerCase(Locale.ROOT))) : OptionalInt.empty(),
                shapes);
    }

    private static AggregateShape.Asked asked(
            RecordType type, Selection field, List<AggregateShape.Group> by, List<AggregateShape.Measure> measures) {
        return switch (field.name()) {
            case "count" -> new AggregateShape.Count(field.key());
            case "key" -> key(field, by);
            default -> {
                AggregateShape.Function function =
                        AggregateShape.Function.valueOf(field.name().toUpperCase(Locale.ROOT));
                yield new AggregateShape.Figures(
                        field.key(),
                        function,
                        field.fields().stream()
                                .map(f -> new AggregateShape.FigureColumn(
                                        f.key(), measure(type, function, f.name(), measures)))
                                .toList());
            }
        };
    }

    private static AggregateShape.Key key(Selection field, List<AggregateShape.Group> by) {
        List<AggregateShape.KeyColumn> columns = new ArrayList<>();
        Map<String, Integer> shapes = new LinkedHashMap<>();
        for (Selection asked : field.fields()) {
            OptionalInt group = OptionalInt.empty();
            for (int i = 0; i < by.size(); i++) {
                if (by.get(i).field().equals(asked.name())) {
                    group = OptionalInt.of(i);
                }
            }
            int shape = shapes.merge(asked.name(), 1, Integer::sum) - 1;
            columns.add(new AggregateShape.KeyColumn(asked.key(), group, shape));
        }
        return new AggregateShape.Key(field.key(), columns);
    }

    private static int measure(
            RecordType type, AggregateShape.Function function, String name, List<AggregateShape.Measure> measures) {
        Readable readable = readable(type, name);
        AggregateShape.Measure measure = new AggregateShape.Measure(function, readable.property(), readable.scalar());
        if (!measures.contains(measure)) {
            measures.add(measure);
        }
        return measures.indexOf(measure);
    }

    private static Readable readable(RecordType type, String name) {
        return Readable.find(type, name)
                .orElseThrow(() -> GraphException.badRequest("no figure of '" + name + "' on " + type.name()));
    }

    private static Map<String, @org.jspecify.annotations.Nullable Object> one(
            String name, @org.jspecify.annotations.Nullable Object value) {
        Map<String, @org.jspecify.annotations.Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put(name, value);
        return arguments;
    }
}
