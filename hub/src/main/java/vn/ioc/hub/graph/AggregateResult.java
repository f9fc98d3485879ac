// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import vn.ioc.hub.access.Visibility;

/** Turns groups that a statement gave into what the client asked for. */
final class AggregateResult {
    private final AggregateShape shape;
    private final ResultReader results;

    AggregateResult(AggregateShape shape, ResultReader results) {
        this.shape = shape;
        this.results = results;
    }

    List<Row> rows(Value value) {
        if (value.size() > AggregateReader.MOST) {
            throw new GraphException(
                    GraphException.Reason.LIMIT_NODES,
                    "there are more than " + AggregateReader.MOST
                            + " groups; narrow the filter, group by longer spans, or ask for the `first`");
        }
        List<Row> rows = new ArrayList<>();
        value.values().forEach(group -> rows.add(row(group)));
        return rows;
    }

    private Row row(Value group) {
        Map<String, @Nullable Object> values = new HashMap<>();
        int date = shape.by().size();
        for (AggregateShape.Asked asked : shape.asked()) {
            Object value = switch (asked) {
                case AggregateShape.Count count -> group.get(date + 1).asInt();
                case AggregateShape.Key key -> key(key, group);
                case AggregateShape.Figures figures -> figures(figures, group);
            };
            values.put(asked.key(), value);
        }
        return new Row(type("Aggregate"), values);
    }

    private Row key(AggregateShape.Key key, Value group) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (AggregateShape.KeyColumn column : key.columns()) {
            OptionalInt number = column.group();
            values.put(column.key(), number.isEmpty() ? null : value(column, number.getAsInt(), group));
        }
        return new Row(type("AggregateKey"), values);
    }

    private @Nullable Object value(AggregateShape.KeyColumn column, int number, Value group) {
        Value value = group.get(number);
        if (value.isNull()) {
            return null;
        }
        return switch (shape.by().get(number)) {
            case AggregateShape.ByValue by ->
                StoredValue.read(by.stored(), value, group.get(shape.by().size()));
            case AggregateShape.ByTime by -> span(by.bucket(), value.asLocalDate());
            case AggregateShape.ByLink by -> results.record(by.shapes().get(column.shape()), value.get(column.shape()));
        };
    }

    private Row figures(AggregateShape.Figures figures, Value group) {
        Map<String, @Nullable Object> values = new HashMap<>();
        int first = shape.by().size() + 2;
        for (AggregateShape.FigureColumn column : figures.columns()) {
            AggregateShape.Measure measure = shape.measures().get(column.measure());
            Value value = group.get(first + column.measure());
            @Nullable
            Object figure = switch (figures.function()) {
                case MIN, MAX ->
                    StoredValue.read(
                            new RecordShape.Stored(
                                    List.of(),
                                    measure.property(),
                                    measure.scalar(),
                                    false,
                                    Visibility.CLEAR,
                                    java.util.Optional.empty()),
                            value,
                            value);
                case AVG, SUM -> value.isNull() ? null : value.asNumber().doubleValue();
            };
            values.put(column.key(), figure);
        }
        return new Row(
                type(
                        switch (figures.function()) {
                            case MIN, MAX -> "Bounds";
                            case AVG -> "Average";
                            case SUM -> "Sum";
                        }),
                values);
    }

    private String type(String suffix) {
        return shape.records().type() + suffix;
    }

    private static TimeSpan span(AggregateShape.Bucket bucket, LocalDate from) {
        return switch (bucket) {
            case DAY -> TimeSpan.day(from);
            case WEEK -> TimeSpan.week(from);
            case MONTH -> TimeSpan.month(from);
            case QUARTER -> TimeSpan.quarter(from);
            case YEAR -> TimeSpan.year(from);
        };
    }
}
