// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.ioc.hub.access.Rights;
import vn.ioc.schema.Aggregates;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * Valid questions by chance: lists with filters, orders, pages and nested connections, and groups with figures. Arguments are
 * as in JSON.
 */
public final class GeneratedQuestions {
    private static final int NESTING = 2;

    private final RecordModel model;
    private final GeneratedFilters filters;
    private final Random random;

    /** @param aggregate groups instead of a list */
    public record Question(RecordType type, boolean aggregate, Selection field) {}

    public GeneratedQuestions(RecordModel model, List<TestRecord> records, Rights rights, Random random) {
        this.model = model;
        this.filters = new GeneratedFilters(model, records, rights, random);
        this.random = random;
    }

    public Question next() {
        RecordType type = one(model.types());
        boolean aggregate = random.nextInt(4) == 0;
        return new Question(
                type, aggregate, aggregate ? groups(type) : page(type, type.plural(), type.plural(), 12, NESTING));
    }

    private Selection page(RecordType type, String name, String key, int most, int depth) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (random.nextInt(3) > 0) {
            arguments.put("where", filters.of(type, depth + 1));
        }
        if (random.nextBoolean()) {
            arguments.put("orderBy", order(type));
        }
        arguments.put(random.nextInt(3) == 0 ? "last" : "first", 1 + random.nextInt(most));
        List<Selection> fields = new ArrayList<>();
        List<Selection> edge = new ArrayList<>(List.of(field("node", node(type, depth))));
        if (random.nextInt(3) == 0) {
            edge.add(leaf("cursor"));
        }
        fields.add(field("edges", edge));
        if (random.nextBoolean()) {
            fields.add(leaf("totalCount"));
        }
        if (random.nextInt(3) == 0) {
            fields.add(field("pageInfo", some(List.of("hasNextPage", "hasPreviousPage", "startCursor", "endCursor"))));
        }
        return new Selection(name, key, arguments, Set.of(), fields);
    }

    private List<Map<String, Object>> order(RecordType type) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> order(type, NESTING))
                .toList();
    }

    /** By an own field or one of a linked record. @param links that it may lead over */
    private Map<String, Object> order(RecordType type, int links) {
        List<RecordLink> toOne = Aggregates.links(type);
        if (links > 0 && random.nextInt(3) == 0) {
            RecordLink link = one(toOne);
            return Map.of(link.name(), order(model.type(link.target()), links - 1));
        }
        return Map.of(one(filters.orders(type)), random.nextBoolean() ? "DESC" : "ASC");
    }

    private List<Selection> node(RecordType type, int depth) {
        List<Selection> fields = new ArrayList<>(List.of(leaf("id")));
        List<String> names =
                new ArrayList<>(List.of("title", "sector", "date", "audience", "updatedAt", "flags", "source"));
        names.addAll(type.fields().keySet());
        Set<String> chosen = new TreeSet<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> chosen.add(one(names)));
        chosen.forEach(name -> {
            Readable read = Readable.find(type, name).orElseThrow();
            if (read.scalar() != Scalar.GEOMETRY) {
                fields.add(field(name, below(read)));
            }
        });
        if (depth > 0) {
            if (random.nextInt(8) == 0) {
                fields.add(related());
            }
            if (random.nextInt(4) == 0) {
                fields.add(told(type));
            }
            IntStream.range(0, random.nextInt(3))
                    .forEach(i -> fields.add(linked(one(type.links().values()), i, depth)));
        }
        return fields;
    }

    private Selection related() {
        Map<String, Object> arguments = new LinkedHashMap<>(Map.of("first", 1 + random.nextInt(3)));
        if (random.nextBoolean()) {
            arguments.put("sectors", List.of("PETITIONS", "TERRITORY", "DOCUMENTS", "HEALTH"));
        }
        return new Selection(
                "related",
                "related",
                arguments,
                Set.of(),
                List.of(
                        leaf("link"),
                        leaf("direction"),
                        leaf("sector"),
                        leaf("count"),
                        field("records", List.of(leaf("id"), leaf("title")))));
    }

    /** What sources tell of it. */
    private Selection told(RecordType type) {
        List<Selection> source = some(List.of("source", "stream", "version", "observedAt", "recordedAt", "run"));
        List<Selection> more = some(List.of("record", "mapping", "hash"));
        return switch (random.nextInt(3)) {
            case 0 -> field("provenance", both(source, more));
            case 1 -> facts(type, both(both(source, more), some(List.of("field", "value", "chosen", "rule"))));
            default ->
                new Selection(
                        "history",
                        "history",
                        random.nextBoolean() ? Map.of() : Map.of("first", 1 + random.nextInt(4)),
                        Set.of(),
                        both(
                                source,
                                List.of(
                                        leaf("cursor"),
                                        leaf("kind"),
                                        field("changes", List.of(leaf("field"), leaf("before"), leaf("after"))))));
        };
    }

    private Selection facts(RecordType type, List<Selection> below) {
        List<String> names = new ArrayList<>(type.fields().keySet());
        type.declaredLinks().forEach(link -> names.add(link.name()));
        Map<String, Object> arguments =
                random.nextBoolean() ? Map.of() : Map.of("fields", List.of(one(names), one(names)));
        return new Selection("facts", "facts", arguments, Set.of(), below);
    }

    private static List<Selection> both(List<Selection> one, List<Selection> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<Selection> below(Readable field) {
        return switch (field.scalar()) {
            case CODE -> field.codes().isPresent() ? List.of(leaf("code")) : List.of();
            case POINT -> List.of(leaf("latitude"), leaf("longitude"));
            case STRING, INT, FLOAT, BOOLEAN, DATE, DATE_TIME, GEOMETRY, ENUM -> List.of();
        };
    }

    private Selection linked(RecordLink link, int number, int depth) {
        RecordType target = model.type(link.target());
        String key = link.name() + (number == 0 ? "" : number);
        return link.many()
                ? page(target, link.name(), key, 4, depth - 1)
                : new Selection(link.name(), key, Map.of(), Set.of(), node(target, depth - 1));
    }

    private Selection groups(RecordType type) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            arguments.put("where", filters.of(type, NESTING));
        }
        Map<String, String> by = new LinkedHashMap<>();
        IntStream.range(0, random.nextInt(Aggregates.DIMENSIONS + 1)).forEach(i -> dimension(type, by));
        List<Selection> fields = new ArrayList<>(List.of(leaf("count")));
        if (!by.isEmpty()) {
            arguments.put(
                    "by",
                    by.entrySet().stream()
                            .map(d -> Map.of(d.getKey(), d.getValue()))
                            .toList());
            arguments.put("orderBy", one(List.of("KEY", "COUNT")));
            if (random.nextInt(4) == 0) {
                arguments.put("first", 1 + random.nextInt(5));
            }
            fields.add(field(
                    "key", by.keySet().stream().map(name -> key(type, name)).toList()));
        }
        figures(fields, "min", List.copyOf(Aggregates.bounds(type).keySet()));
        figures(fields, "max", List.copyOf(Aggregates.bounds(type).keySet()));
        figures(fields, "avg", Aggregates.numbers(type));
        figures(fields, "sum", Aggregates.numbers(type));
        String root = Aggregates.root(type);
        return new Selection(root, root, arguments, Set.of(), fields);
    }

    private void dimension(RecordType type, Map<String, String> by) {
        if (random.nextBoolean()) {
            RecordLink link = one(Aggregates.links(type));
            by.put(
                    link.name(),
                    Aggregates.isArea(link) ? one(List.of("ITSELF", "COMMUNE", "DISTRICT", "PROVINCE")) : "VALUE");
        } else {
            Map<String, Scalar> groups = Aggregates.groups(type);
            String name = one(groups.keySet());
            by.put(
                    name,
                    Aggregates.isTime(groups.get(name))
                            ? one(List.of("DAY", "WEEK", "MONTH", "QUARTER", "YEAR"))
                            : "VALUE");
        }
    }

    private Selection key(RecordType type, String name) {
        if (type.links().containsKey(name)) {
            return field(name, List.of(leaf("id"), leaf("title")));
        }
        Readable read = Readable.find(type, name).orElseThrow();
        return field(name, Aggregates.isTime(read.scalar()) ? List.of(leaf("from")) : below(read));
    }

    private void figures(List<Selection> fields, String function, List<String> of) {
        if (!of.isEmpty() && random.nextInt(3) == 0) {
            fields.add(field(function, some(of)));
        }
    }

    /** One at least. */
    private List<Selection> some(List<String> names) {
        Set<String> chosen = new TreeSet<>();
        IntStream.range(0, 1 + random.nextInt(2)).forEach(i -> chosen.add(one(names)));
        return chosen.stream().map(GeneratedQuestions::leaf).toList();
    }

    private static Selection leaf(String name) {
        return field(name, List.of());
    }

    private static Selection field(String name, List<Selection> fields) {
        return new Selection(name, name, Map.of(), Set.of(), fields);
    }

    private <T> T one(Collection<T> of) {
        return List.copyOf(of).get(random.nextInt(of.size()));
    }
}
