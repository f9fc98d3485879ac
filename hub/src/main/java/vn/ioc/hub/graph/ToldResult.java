// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Makes provenance, facts and history of a record's assertions. */
final class ToldResult {
    /** Name of all histories, for cursors: a version's id names its record. */
    private static final byte[] HISTORY = "history".getBytes(StandardCharsets.UTF_8);

    private static final Comparator<Step> LATEST = Comparator.comparing(
                    (Step step) -> step.now().recordedAt().toInstant())
            .thenComparingLong(step -> step.now().n())
            .thenComparing(step -> step.now().id())
            .reversed();

    private final Told told;
    private final Told.Arguments arguments;
    private final CursorSigner signer;

    ToldResult(Told told, Told.Arguments arguments, CursorSigner signer) {
        this.told = told;
        this.arguments = arguments;
        this.signer = signer;
    }

    /** @param before the version of the same stream that the caller may see before it */
    private record Step(Assertion now, Optional<Assertion> before) {}

    /** A row, or a list of rows. */
    @Nullable
    Object read(Value value) {
        List<Assertion> all = value.asList(Assertion::of);
        return switch (told.kind()) {
            case PROVENANCE ->
                all.stream()
                        .min(Assertion.NEWEST)
                        .map(newest -> row("Provenance", told.asked(), f -> source(newest, f)))
                        .orElse(null);
            case FACTS ->
                facts(all.stream()
                        .filter(a -> !a.deleted())
                        .sorted(Assertion.NEWEST)
                        .toList());
            case HISTORY -> history(all);
        };
    }

    private List<Row> facts(List<Assertion> newestFirst) {
        List<Row> rows = new ArrayList<>();
        for (TextField field : told.fields()) {
            if (!arguments.fields().isEmpty() && !arguments.fields().contains(field.name())) {
                continue;
            }
            List<Assertion> telling =
                    newestFirst.stream().filter(a -> a.tells(field)).toList();
            Optional<Assertion> owner = telling.stream()
                    .filter(a -> field.owner().filter(a.source()::equals).isPresent())
                    .findFirst();
            for (Assertion a : telling) {
                boolean chosen = a == owner.orElse(telling.getFirst());
                String rule = telling.size() == 1 ? "ONLY" : owner.isPresent() ? "OWNER" : "NEWEST";
                rows.add(row("Fact", told.asked(), f -> switch (f.field()) {
                    case "field" -> field.name();
                    case "value" -> a.text(field);
                    case "chosen" -> chosen;
                    case "rule" -> chosen ? rule : null;
                    default -> source(a, f);
                }));
            }
        }
        return rows;
    }

    private List<Row> history(List<Assertion> all) {
        List<Step> latestFirst = steps(all);
        int from = 0;
        if (!arguments.after().isEmpty()) {
            String id = new String(signer.verify(HISTORY, arguments.after()), StandardCharsets.UTF_8);
            from = latestFirst.stream().map(step -> step.now().id()).toList().indexOf(id) + 1;
            if (from == 0) {
                throw GraphException.badRequest("'after' is a cursor of this history");
            }
        }
        return latestFirst.stream()
                .skip(from)
                .limit(arguments.first())
                .map(this::change)
                .toList();
    }

    /** The latest first. */
    private static List<Step> steps(List<Assertion> all) {
        Map<List<String>, List<Assertion>> byStream =
                all.stream().collect(Collectors.groupingBy(a -> List.of(a.source(), a.stream())));
        return byStream.values().stream()
                .flatMap(versions -> ofStream(versions).stream())
                .sorted(LATEST)
                .toList();
    }

    /** What was recorded for others never was. Where older versions were not read, the oldest may only be the one before. */
    private static List<Step> ofStream(List<Assertion> versions) {
        List<Step> steps = new ArrayList<>();
        List<Assertion> inOrder =
                versions.stream().sorted(Comparator.comparingLong(Assertion::n)).toList();
        Optional<Assertion> before = Optional.empty();
        for (Assertion a : inOrder) {
            boolean cut = a == inOrder.getFirst() && a.n() > 0;
            if (a.visible()) {
                if (!cut) {
                    steps.add(new Step(a, before));
                }
                before = Optional.of(a);
            }
        }
        return steps;
    }

    private Row change(Step step) {
        Assertion a = step.now();
        Optional<Assertion> before = step.before();
        return row("RecordChange", told.asked(), f -> switch (f.field()) {
            case "cursor" -> cursor(a);
            case "kind" -> kind(a, before);
            case "changes" -> changes(a, before, f.below());
            default -> source(a, f);
        });
    }

    private static String kind(Assertion a, Optional<Assertion> before) {
        if (a.deleted()) {
            return "DELETED";
        }
        return before.isEmpty() ? "CREATED" : before.get().deleted() ? "RESTORED" : "CHANGED";
    }

    private List<Row> changes(Assertion a, Optional<Assertion> before, List<Told.Asked> asked) {
        List<Row> rows = new ArrayList<>();
        for (TextField field : told.fields()) {
            boolean changed = before.map(b -> a.differs(b, field)).orElse(a.text(field) != null);
            if (changed) {
                rows.add(row("FieldChange", asked, f -> switch (f.field()) {
                    case "field" -> field.name();
                    case "before" -> before.map(b -> b.text(field)).orElse(null);
                    default -> a.text(field);
                }));
            }
        }
        return rows;
    }

    /** What every answer says of where it comes from. */
    private static @Nullable Object source(Assertion a, Told.Asked asked) {
        return switch (asked.field()) {
            case "source" -> a.source();
            case "stream" -> a.stream();
            case "record" -> a.uid().substring(a.uid().indexOf(':') + 1);
            case "version" -> String.valueOf(a.version());
            case "observedAt" -> a.observedAt();
            case "recordedAt" -> a.recordedAt();
            case "run" -> a.run();
            case "mapping" -> a.mapping();
            case "hash" -> a.payloadHash();
            default -> throw new IllegalStateException("no field " + asked.field());
        };
    }

    private String cursor(Assertion a) {
        return signer.sign(HISTORY, a.id().getBytes(StandardCharsets.UTF_8));
    }

    private static Row row(String type, List<Told.Asked> asked, Function<Told.Asked, @Nullable Object> value) {
        Map<String, @Nullable Object> values = new HashMap<>();
        asked.forEach(f -> values.put(f.key(), value.apply(f)));
        return new Row(type, values);
    }
}
