// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.neo4j.driver.Value;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Valid filters by chance, as in JSON; compared values are those of records, so that about every second filter finds some. */
final class GeneratedFilters {
    private static final List<String> AUDIENCES = List.of("PUBLIC", "INTERNAL", "RESTRICTED");

    private final RecordModel model;
    private final Map<String, List<ObviousRecord>> records;
    private final Rights rights;
    private final Random random;
    private final GeneratedRegions regions;

    GeneratedFilters(RecordModel model, List<TestRecord> records, Rights rights, Random random) {
        this.model = model;
        this.records = records.stream()
                .map(r -> new ObviousRecord(model.type(r.type()), r, r.properties(model)))
                .collect(Collectors.groupingBy(r -> r.type().name()));
        this.rights = rights;
        this.random = random;
        this.regions = new GeneratedRegions(random);
    }

    /** @param depth of further filters in it */
    Map<String, Object> of(RecordType type, int depth) {
        Map<String, Object> filter = new LinkedHashMap<>();
        int parts = random.nextInt(8) == 0 ? 2 : 1;
        IntStream.range(0, parts).forEach(i -> part(type, depth, filter));
        return filter;
    }

    private void part(RecordType type, int depth, Map<String, Object> filter) {
        switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0 -> filter.put("and", several(type, depth));
            case 1, 2 -> filter.put("or", several(type, depth));
            case 3 -> filter.put("not", of(type, depth - 1));
            case 4, 5, 6 -> link(type, depth, filter);
            default -> leaf(type, filter);
        }
    }

    private List<Object> several(RecordType type, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .<Object>mapToObj(i -> of(type, depth - 1))
                .toList();
    }

    private void link(RecordType type, int depth, Map<String, Object> filter) {
        RecordLink link = one(List.copyOf(type.links().values()));
        RecordType target = model.type(link.target());
        if (link.type().equals(Properties.IN_PLACE) && link.name().equals("place")) {
            filter.put(link.name(), place(target, depth));
        } else if (link.many()) {
            filter.put(link.name(), Map.of(one(List.of("some", "none", "all")), of(target, depth - 1)));
        } else {
            filter.put(link.name(), of(target, depth - 1));
        }
    }

    private Map<String, Object> place(RecordType area, int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> Map.of("eq", any(area).uid());
            case 1 -> Map.of("in", List.of(any(area).uid(), any(area).uid()));
            case 2 -> Map.of("isNull", random.nextBoolean());
            case 3 -> Map.of("code", Map.of("in", List.of(code(area), code(area))));
            default -> Map.of("is", of(area, depth - 1));
        };
    }

    private Object code(RecordType area) {
        return Objects.requireNonNull(any(area).value("code"));
    }

    private void leaf(RecordType type, Map<String, Object> filter) {
        List<String> names =
                new ArrayList<>(List.of("id", "title", "date", "updatedAt", "audience", "flags", "source"));
        names.addAll(type.fields().keySet());
        String name = one(names);
        Readable field = Readable.find(type, name).orElseThrow();
        if (!clear(field)) {
            return;
        }
        filter.put(name, operator(type, name, field));
    }

    /** Whether the caller may ask by the field. */
    boolean clear(Readable field) {
        return field.personal()
                .map(kind -> rights.personal().get(kind) == Visibility.CLEAR)
                .orElse(true);
    }

    private Map<String, Object> operator(RecordType type, String name, Readable field) {
        if (field.list()) {
            List<?> held = any(type).value(field.property()) instanceof List<?> list ? list : List.of();
            return held.isEmpty() || random.nextBoolean()
                    ? Map.of("isEmpty", random.nextBoolean())
                    : Map.of("has", held.getFirst());
        }
        Optional<Object> value = value(type, name, field);
        boolean presence = !name.equals("id") && random.nextInt(6) == 0;
        if (presence || value.isEmpty()) {
            return name.equals("id") ? Map.of("ne", "none") : Map.of("isNull", random.nextBoolean());
        }
        return switch (field.scalar()) {
            case STRING ->
                name.equals("id") ? equal(type, name, field, value.get()) : text(type, name, field, value.get());
            case INT, FLOAT, DATE, DATE_TIME ->
                random.nextBoolean()
                        ? Map.of(one(List.of("lt", "lte", "gt", "gte")), value.get())
                        : equal(type, name, field, value.get());
            case CODE, ENUM -> equal(type, name, field, value.get());
            case BOOLEAN -> Map.of(one(List.of("eq", "ne")), value.get());
            case POINT -> Map.of("within", value.get());
            case GEOMETRY -> Map.of("isNull", random.nextBoolean());
        };
    }

    private Map<String, Object> equal(RecordType type, String name, Readable field, Object value) {
        return switch (random.nextInt(3)) {
            case 0 -> Map.of("eq", value);
            case 1 -> Map.of("ne", value);
            default -> {
                Set<Object> values = new TreeSet<>(List.of(value));
                value(type, name, field).ifPresent(values::add);
                yield Map.of("in", List.copyOf(values));
            }
        };
    }

    private Map<String, Object> text(RecordType type, String name, Readable field, Object value) {
        String text = value.toString();
        int middle = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("contains", text.substring(middle).toUpperCase(Locale.ROOT));
            case 1 -> Map.of("startsWith", text.substring(0, middle + 1));
            default -> equal(type, name, field, value);
        };
    }

    /** The value of some record, as in JSON; empty when it has none. */
    private Optional<Object> value(RecordType type, String name, Readable field) {
        if (name.equals("audience")) {
            return Optional.of(one(AUDIENCES));
        }
        return Optional.ofNullable(any(type).value(field.property())).map(stored -> switch (field.scalar()) {
            case STRING, CODE, ENUM, BOOLEAN, FLOAT, GEOMETRY -> stored;
            case INT -> ((Number) stored).intValue();
            case DATE -> day((LocalDate) stored);
            case DATE_TIME -> moment((ZonedDateTime) stored);
            case POINT -> regions.about((Value) stored);
        });
    }

    private String day(LocalDate stored) {
        return switch (random.nextInt(9)) {
            case 0 -> "today";
            case 1, 2, 3 -> near(stored);
            default -> stored.toString();
        };
    }

    private String near(LocalDate day) {
        return ObviousTimes.near(day, one(List.of("d", "d", "w", "M", "y")));
    }

    private String moment(ZonedDateTime stored) {
        return switch (random.nextInt(9)) {
            case 0 -> one(List.of("now", "today"));
            case 1, 2, 3 -> near(stored.toLocalDate());
            default -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(stored);
        };
    }

    private ObviousRecord any(RecordType type) {
        return one(records.get(type.name()));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Of the fields that the caller may order by. */
    List<String> orders(RecordType type) {
        List<String> orders = new ArrayList<>(List.of("title", "date", "updatedAt"));
        type.fields().values().stream()
                .filter(type::orderable)
                .map(RecordField::name)
                .forEach(orders::add);
        return orders.stream()
                .filter(name -> clear(Readable.find(type, name).orElseThrow()))
                .toList();
    }
}
