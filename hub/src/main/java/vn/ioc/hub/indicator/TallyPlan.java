// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.Tally;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** From an indicator and a question to what is counted, on one day. */
final class TallyPlan {
    private final RecordModel model;
    private final FilterValues values;
    private final Set<String> types = new TreeSet<>();

    TallyPlan(RecordModel model, LocalDate today) {
        this.model = model;
        this.values = new FilterValues(model, today);
    }

    /** Names of the types that the tallies made so far look at: when a record of none of them changes, nor do the numbers. */
    Set<String> types() {
        Set<String> all = new TreeSet<>(types);
        all.addAll(values.types());
        return all;
    }

    /**
     * @param of which of the indicator's records, as written; empty = all
     * @throws IndicatorException when the type is not there, or a value does not fit
     */
    Tally of(Indicator indicator, Map<String, @Nullable Object> of, Question question) {
        RecordType type = model.findType(indicator.type())
                .orElseThrow(() -> new IndicatorException(
                        IndicatorException.Reason.BAD_FILE,
                        List.of("there is no record type '" + indicator.type() + "'")));
        Map<String, @Nullable Object> within = new LinkedHashMap<>();
        within.put(
                "and",
                List.of(
                        values.of(type, indicator.within()),
                        values.of(type, of),
                        asked(type, indicator.date(), question)));
        List<Tally.Group> groups = question.by(indicator).stream()
                .map(dimension -> group(type, indicator, dimension, question.period()))
                .toList();
        return new Tally(
                type.name(),
                within,
                indicator.newest(),
                part(type, indicator.numerator()),
                indicator.denominator().map(d -> part(type, d)),
                groups);
    }

    /** How many figures are reported, which asks of the filter that it fits. */
    Tally of(Indicator.Reported reported, String type) {
        Tally.Part count = new Tally.Part(Tally.Aggregate.COUNT, Optional.empty(), Map.of());
        return new Tally(
                type,
                values.of(model.type(type), reported.figures()),
                Optional.empty(),
                count,
                Optional.empty(),
                List.of());
    }

    private Tally.Part part(RecordType type, Indicator.Part part) {
        return new Tally.Part(part.aggregate(), part.field(), values.of(type, part.where()));
    }

    private Map<String, @Nullable Object> asked(RecordType type, String date, Question question) {
        Map<String, @Nullable Object> where = new LinkedHashMap<>();
        question.place().ifPresent(code -> where.put("place", Map.of("in", List.of(code))));
        Map<String, Object> between = new LinkedHashMap<>();
        boolean moment = !date.equals("date")
                && type.findField(date)
                        .filter(f -> f.scalar() == Scalar.DATE_TIME)
                        .isPresent();
        question.from().ifPresent(from -> between.put("gte", moment ? start(from) : from));
        question.to().ifPresent(to -> between.put(moment ? "lt" : "lte", moment ? start(to.plusDays(1)) : to));
        if (!between.isEmpty()) {
            where.put(date, between);
        }
        return where;
    }

    private static Object start(LocalDate day) {
        return day.atStartOfDay(FilterValues.HERE).toOffsetDateTime();
    }

    private Tally.Group group(
            RecordType type, Indicator indicator, Indicator.Dimension dimension, Tally.Period period) {
        if (dimension == Indicator.Dimension.PERIOD) {
            return new Tally.Group.ByPeriod(indicator.date(), period);
        }
        String name = String.valueOf(indicator.dimensions().get(dimension));
        return type.findLink(name)
                .<Tally.Group>map(link -> {
                    types.add(link.target());
                    return new Tally.Group.ByLink(name);
                })
                .orElseGet(() -> new Tally.Group.ByField(name));
    }
}
