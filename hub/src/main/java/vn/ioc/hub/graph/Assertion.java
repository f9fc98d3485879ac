// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Point;
import vn.ioc.hub.access.Mask;

/**
 * One accepted version of what a stream says of a record, as the writing side keeps it.
 *
 * @param visible whether it was recorded for the caller too
 * @param values by field, as stored
 * @param links visible targets' uids by link
 */
record Assertion(
        String id,
        String uid,
        String source,
        String stream,
        long n,
        long version,
        String payloadHash,
        String mapping,
        String run,
        ZonedDateTime observedAt,
        ZonedDateTime recordedAt,
        boolean deleted,
        boolean visible,
        Set<String> taken,
        Set<String> filled,
        Map<String, Object> values,
        Map<String, Set<String>> links) {
    private static final String VALUE = "v_";

    /** The order in which the word goes from stream to stream: as the projection takes it. */
    static final Comparator<Assertion> NEWEST = Comparator.comparing(
                    (Assertion a) -> a.observedAt().toInstant())
            .thenComparingLong(Assertion::version)
            .reversed()
            .thenComparing(Assertion::source)
            .thenComparing(Assertion::stream);

    static Assertion of(Value told) {
        Value node = told.get(0);
        Map<String, Object> values = new HashMap<>();
        node.keys().forEach(key -> {
            if (key.startsWith(VALUE)) {
                values.put(key.substring(VALUE.length()), node.get(key).asObject());
            }
        });
        Map<String, Set<String>> links = new TreeMap<>();
        told.get(1).values().forEach(pair -> {
            if (!pair.get(0).isNull()) {
                links.computeIfAbsent(pair.get(0).asString(), l -> new TreeSet<>())
                        .add(pair.get(1).asString());
            }
        });
        return new Assertion(
                node.get("id").asString(),
                node.get("uid").asString(),
                node.get("source").asString(),
                node.get("stream").asString(),
                node.get("n").asLong(0),
                node.get("version").asLong(0),
                node.get("payloadHash").asString(""),
                node.get("mapping").asString(""),
                node.get("run").asString(""),
                node.get("observedAt").asZonedDateTime(),
                node.get("recordedFrom").asZonedDateTime(),
                node.get("deleted").asBoolean(false),
                told.get(2).asBoolean(true),
                names(node.get("taken")),
                names(node.get("links")),
                values,
                links);
    }

    /** Whether the mapping fills the field, be it with nothing. */
    boolean tells(TextField field) {
        return (field.link() ? filled : taken).contains(field.name());
    }

    /** The value as text, as the field itself shows it to the caller; null when there is none, or nothing of it is shown. */
    @Nullable
    String text(TextField field) {
        if (field.link()) {
            Set<String> ends = links.getOrDefault(field.name(), Set.of());
            return ends.isEmpty() ? null : String.join("; ", ends);
        }
        Object value = values.get(field.name());
        if (value == null) {
            return null;
        }
        return switch (field.visibility()) {
            case CLEAR -> text(value, Function.identity());
            case MASKED -> text(value, Mask::of);
            case HIDDEN -> null;
        };
    }

    /** Whether the stored value is another one; masked texts could hide it. */
    boolean differs(Assertion other, TextField field) {
        return !java.util.Objects.equals(values.get(field.name()), other.values.get(field.name()));
    }

    /** @param shown how a single text is shown */
    private static String text(Object value, Function<String, String> shown) {
        return switch (value) {
            case List<?> list -> list.stream().map(one -> text(one, shown)).collect(Collectors.joining("; "));
            case ZonedDateTime moment ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.withZoneSameInstant(RelativeTime.ZONE));
            case Point point -> point.y() + ", " + point.x();
            default -> shown.apply(value.toString());
        };
    }

    private static Set<String> names(Value list) {
        return list.isNull() ? Set.of() : new HashSet<>(list.asList(Value::asString));
    }
}
