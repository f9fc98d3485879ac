// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import vn.ioc.hub.access.Mask;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Subject;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;

/** {@code provenance, facts, history} of what streams say, by going through all of it for each question. */
final class ObviousTellings {
    private static final Comparator<Telling> NEWEST = Comparator.comparing(Telling::observedAt)
            .thenComparing(Telling::version)
            .reversed()
            .thenComparing(Telling::source);

    private final RecordModel model;
    private final ObviousRecords records;
    private final List<Telling> tellings;
    private final Rights rights;

    ObviousTellings(RecordModel model, ObviousRecords records, List<Telling> tellings, Rights rights) {
        this.model = model;
        this.records = records;
        this.tellings = tellings;
        this.rights = rights;
    }

    /** As in an answer's JSON. */
    @Nullable
    Object value(ObviousRecord record, Selection asked) {
        return switch (asked.name()) {
            case "provenance" ->
                now(record)
                        .min(NEWEST)
                        .map(newest -> row(asked.fields(), f -> source(newest, f)))
                        .orElse(null);
            case "facts" -> facts(record, asked);
            default -> history(record, asked);
        };
    }

    private Stream<Telling> all(ObviousRecord record) {
        return tellings.stream().filter(t -> t.of().uid().equals(record.uid()));
    }

    private boolean sees(Telling told) {
        TestRecord of = told.of();
        return rights.sees(
                new Subject(of.type(), model.type(of.type()).sector(), told.audience(), of.place(), of.placeNow()),
                model);
    }

    /** The last version of each stream, when it is for the caller. */
    private Stream<Telling> now(ObviousRecord record) {
        return all(record)
                .filter(t -> all(record).noneMatch(later -> later.source().equals(t.source()) && later.n() > t.n()))
                .filter(this::sees);
    }

    private List<Map<String, @Nullable Object>> facts(ObviousRecord record, Selection asked) {
        List<Map<String, @Nullable Object>> answer = new ArrayList<>();
        List<Telling> live =
                now(record).filter(t -> !t.deleted()).sorted(NEWEST).toList();
        List<String> names = new ArrayList<>(record.type().fields().keySet());
        record.type().declaredLinks().forEach(link -> names.add(link.name()));
        for (String name : names) {
            boolean wanted =
                    !(asked.arguments().get("fields") instanceof List<?> some) || some.isEmpty() || some.contains(name);
            if (wanted && isShown(record, name)) {
                List<Telling> telling =
                        live.stream().filter(t -> tells(t, name)).toList();
                Optional<Telling> owner = telling.stream()
                        .filter(t -> GeneratedTellings.owner(record.type().name(), name)
                                .filter(t.source()::equals)
                                .isPresent())
                        .findFirst();
                telling.forEach(t -> answer.add(row(asked.fields(), f -> {
                    boolean chosen = t == owner.orElse(telling.getFirst());
                    return switch (f.name()) {
                        case "field" -> name;
                        case "value" -> text(record, t, name);
                        case "chosen" -> chosen;
                        case "rule" ->
                            !chosen ? null : telling.size() == 1 ? "ONLY" : owner.isPresent() ? "OWNER" : "NEWEST";
                        default -> source(t, f);
                    };
                })));
            }
        }
        return answer;
    }

    private List<Map<String, @Nullable Object>> history(ObviousRecord record, Selection asked) {
        return all(record)
                .filter(this::sees)
                .sorted(Comparator.comparing(Telling::recordedAt)
                        .thenComparing(Telling::n)
                        .thenComparing(t -> t.source() + "|")
                        .reversed())
                .limit(((Number) asked.arguments().getOrDefault("first", 20)).longValue())
                .map(t -> change(record, t, asked))
                .toList();
    }

    private Map<String, @Nullable Object> change(ObviousRecord record, Telling now, Selection asked) {
        Optional<Telling> before = all(record)
                .filter(t -> t.source().equals(now.source()) && t.n() < now.n() && sees(t))
                .max(Comparator.comparing(Telling::n));
        return row(asked.fields(), f -> switch (f.name()) {
            case "cursor" -> ObviousReader.CURSOR;
            case "kind" ->
                now.deleted()
                        ? "DELETED"
                        : before.isEmpty() ? "CREATED" : before.get().deleted() ? "RESTORED" : "CHANGED";
            case "changes" ->
                record.type().fields().keySet().stream()
                        .filter(name -> isShown(record, name))
                        .filter(name -> before.isPresent()
                                ? !Objects.equals(
                                        before.get().values().get(name),
                                        now.values().get(name))
                                : text(record, now, name) != null)
                        .map(name -> row(f.fields(), part -> switch (part.name()) {
                            case "field" -> name;
                            case "before" ->
                                before.map(b -> text(record, b, name)).orElse(null);
                            default -> text(record, now, name);
                        }))
                        .toList();
            default -> source(now, f);
        });
    }

    private static boolean tells(Telling told, String name) {
        return told.taken().contains(name) || told.links().containsKey(name);
    }

    /** Own fields that are not hidden, and links to what the caller may see some of. */
    private boolean isShown(ObviousRecord record, String name) {
        return record.type()
                .findField(name)
                .map(field -> visibility(field) != Visibility.HIDDEN)
                .orElseGet(() -> record.type()
                        .findLink(name)
                        .filter(link ->
                                !rights.grantsFor(model.type(link.target())).isEmpty())
                        .isPresent());
    }

    private Visibility visibility(RecordField field) {
        return rights.visibility(field);
    }

    private @Nullable String text(ObviousRecord record, Telling told, String name) {
        Optional<RecordLink> link = record.type().findLink(name);
        if (link.isPresent()) {
            TreeSet<String> seen = told.links().get(name).stream()
                    .filter(records::sees)
                    .collect(Collectors.toCollection(TreeSet::new));
            return seen.isEmpty() ? null : String.join("; ", seen);
        }
        RecordField field = record.type().field(name);
        Object value = told.values().get(name);
        if (value == null) {
            return null;
        }
        boolean masked = visibility(field) == Visibility.MASKED;
        if (masked && field.scalar() != Scalar.STRING) {
            return null;
        }
        return value instanceof Collection<?> many
                ? many.stream().map(one -> text(one, masked)).collect(Collectors.joining("; "))
                : text(value, masked);
    }

    private static String text(Object value, boolean masked) {
        String text = switch (value) {
            case ZonedDateTime moment -> ObviousRecord.moment(moment);
            case LocalDate day -> day.toString();
            case Value point -> point.asPoint().y() + ", " + point.asPoint().x();
            default -> String.valueOf(value);
        };
        return masked ? Mask.of(text) : text;
    }

    private static Object source(Telling told, Selection asked) {
        return switch (asked.name()) {
            case "source" -> told.source();
            case "stream" -> told.stream();
            case "record" -> told.of().key();
            case "version" -> String.valueOf(told.version());
            case "observedAt" -> ObviousRecord.moment(told.observedAt().atZone(ZoneOffset.UTC));
            case "recordedAt" -> ObviousRecord.moment(told.recordedAt().atZone(ZoneOffset.UTC));
            case "run" -> told.run();
            case "mapping" -> told.mapping();
            case "hash" -> told.hash();
            default -> throw new IllegalArgumentException(asked.name());
        };
    }

    private static Map<String, @Nullable Object> row(
            List<Selection> fields, Function<Selection, @Nullable Object> value) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        fields.forEach(f -> row.put(f.key(), value.apply(f)));
        return row;
    }
}
