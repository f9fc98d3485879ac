// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.Tally;
import vn.ioc.hub.graph.TallyReader;
import vn.ioc.schema.RecordModel;

/** Answers what indicators are, for one caller: each by one statement, kept until a record of its types changes. */
public final class Indicators {
    private static final int KEPT = 500;
    /** Record type of the figures that others report. */
    public static final String REPORTED = "ReportedFigure";

    private final IndicatorCatalog catalog;
    private final RecordModel model;
    private final TallyReader reader;
    private final TypeMarks marks;
    private final Clock clock;
    private final Map<Key, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > KEPT;
        }
    });

    public Indicators(IndicatorCatalog catalog, RecordModel model, TallyReader reader, TypeMarks marks, Clock clock) {
        this.catalog = catalog;
        this.model = model;
        this.reader = reader;
        this.marks = marks;
        this.clock = clock;
    }

    private record Key(
            String indicator, Map<String, @Nullable Object> of, Question question, Rights rights, LocalDate today) {}

    private record Kept(long mark, Tally.Answer answer) {}

    /** @param names empty = all. @throws IndicatorException BAD_REQUEST for a name that is not known */
    public List<Indicator> find(List<String> names) {
        return names.isEmpty()
                ? catalog.list()
                : names.stream().distinct().map(catalog::get).toList();
    }

    /** @throws vn.ioc.hub.graph.GraphException as {@link TallyReader#count} */
    public Tally.Answer count(Indicator indicator, Question question, Rights rights) {
        return count(indicator, Map.of(), question, rights);
    }

    /** The indicator of the records alone that a report speaks of. */
    public Tally.Numbers count(Indicator indicator, Indicator.Reported reported, Question question, Rights rights) {
        return count(indicator, reported.of(), question.inAll(), rights).all();
    }

    private Tally.Answer count(
            Indicator indicator, Map<String, @Nullable Object> of, Question question, Rights rights) {
        LocalDate today = LocalDate.now(clock.withZone(FilterValues.HERE));
        TallyPlan plan = new TallyPlan(model, today);
        Tally tally = plan.of(indicator, of, question);
        Key key = new Key(indicator.name(), of, question, rights, today);
        // Read before counting: a change in between makes the next question count again.
        long mark = marks.of(plan.types());
        Kept known = kept.get(key);
        if (known != null && known.mark() == mark) {
            return known.answer();
        }
        Tally.Answer answer = reader.count(tally, rights);
        kept.put(key, new Kept(mark, answer));
        return answer;
    }

    /** The number of an indicator; null when nothing is counted. */
    public static @Nullable Double value(Indicator indicator, Tally.Numbers numbers) {
        if (indicator.denominator().isEmpty()) {
            return numbers.part();
        }
        Double part = numbers.part();
        Double whole = numbers.whole();
        if (part == null || whole == null || whole == 0) {
            return null;
        }
        return part / whole * (indicator.unit() == Indicator.Unit.PERCENT ? 100 : 1);
    }

    /** The filter of the figures reported, of the place asked for, as their list takes it. */
    public Map<String, @Nullable Object> figures(Indicator.Reported reported, Question question) {
        LocalDate today = LocalDate.now(clock.withZone(FilterValues.HERE));
        Map<String, @Nullable Object> figures =
                new FilterValues(model, today).of(model.type(REPORTED), reported.figures());
        Map<String, @Nullable Object> there = question.place()
                .<Map<String, @Nullable Object>>map(code -> Map.of("place", Map.of("in", List.of(code))))
                .orElse(Map.of());
        return Map.of("and", List.of(figures, there));
    }
}
