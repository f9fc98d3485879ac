// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.Tally;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.source.CheckedYaml;
import vn.ioc.integrations.source.SourceException;

/** Reads one file that its JSON Schema has checked. */
final class IndicatorReader {
    private static final CheckedYaml YAML = new CheckedYaml("/indicator.schema.json");

    private IndicatorReader() {}

    /** @throws IndicatorException with file and line of every problem of syntax and shape */
    static Indicator read(IndicatorFile file) {
        try {
            return indicator(YAML.read(file.name(), file.text()));
        } catch (SourceException e) {
            throw new IndicatorException(IndicatorException.Reason.BAD_FILE, e.problems());
        }
    }

    private static Indicator indicator(Map<String, @Nullable Object> yaml) {
        String date = find(yaml, "date").orElse("date");
        return new Indicator(
                text(yaml, "name"),
                Integer.parseInt(text(yaml, "version")),
                words(yaml, "title"),
                words(yaml, "explanation"),
                find(yaml, "rules"),
                find(yaml, "legalBasis"),
                Indicator.Unit.valueOf(text(yaml, "unit")),
                text(yaml, "type"),
                object(yaml.get("where")),
                Optional.ofNullable(yaml.get("newest"))
                        .map(IndicatorReader::object)
                        .map(newest -> new Tally.Newest(
                                text(newest, "per"), find(newest, "by").orElse(date))),
                part(object(yaml.get("numerator"))),
                Optional.ofNullable(yaml.get("denominator"))
                        .map(IndicatorReader::object)
                        .map(IndicatorReader::part),
                date,
                dimensions(object(yaml.get("by"))),
                list(yaml.get("reported")).stream()
                        .map(IndicatorReader::object)
                        .map(IndicatorReader::reported)
                        .toList());
    }

    private static Indicator.Reported reported(Map<String, @Nullable Object> yaml) {
        return new Indicator.Reported(object(yaml.get("figures")), object(yaml.get("of")), words(yaml, "explanation"));
    }

    private static Map<Indicator.Dimension, String> dimensions(Map<String, @Nullable Object> by) {
        Map<Indicator.Dimension, String> dimensions = new EnumMap<>(Indicator.Dimension.class);
        by.forEach((name, value) ->
                dimensions.put(Indicator.Dimension.valueOf(name.toUpperCase(Locale.ROOT)), String.valueOf(value)));
        return dimensions;
    }

    private static Indicator.Part part(Map<String, @Nullable Object> yaml) {
        Map<String, @Nullable Object> where = object(yaml.get("where"));
        String how = List.of("sum", "min", "max", "only", "values").stream()
                .filter(yaml::containsKey)
                .findFirst()
                .orElse("count");
        Tally.Aggregate aggregate = switch (how) {
            case "sum" -> Tally.Aggregate.SUM;
            case "min" -> Tally.Aggregate.MIN;
            case "max" -> Tally.Aggregate.MAX;
            case "only" -> Tally.Aggregate.ONLY;
            default -> Tally.Aggregate.COUNT;
        };
        Optional<String> field = how.equals("count") ? Optional.empty() : find(yaml, how);
        String text = how + " " + field.orElse("records") + (where.isEmpty() ? "" : " where " + Json.write(where));
        return new Indicator.Part(aggregate, field, where, text);
    }

    private static Indicator.Words words(Map<String, @Nullable Object> yaml, String name) {
        Map<String, @Nullable Object> words = object(yaml.get(name));
        return new Indicator.Words(text(words, "vi"), text(words, "en"));
    }

    private static String text(Map<String, @Nullable Object> yaml, String name) {
        return find(yaml, name).orElseThrow(() -> new IllegalStateException("the JSON Schema requires " + name));
    }

    private static Optional<String> find(Map<String, @Nullable Object> yaml, String name) {
        return Optional.ofNullable(yaml.get(name)).map(value -> value.toString().strip());
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> object.put(String.valueOf(name), inner));
        }
        return object;
    }
}
