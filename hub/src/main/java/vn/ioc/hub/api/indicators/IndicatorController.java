// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.indicators;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.CallerRights;
import vn.ioc.hub.api.CodeLabels;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.api.Selections;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.Row;
import vn.ioc.hub.graph.Selection;
import vn.ioc.hub.graph.Tally;
import vn.ioc.hub.indicator.Indicator;
import vn.ioc.hub.indicator.Indicators;
import vn.ioc.hub.indicator.Question;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordModel;

/** Derived figures under the caller's rights. */
@Controller
class IndicatorController {
    private static final int MOST_DIMENSIONS = 3;
    private static final int MOST_NAMES = 50;

    private final Indicators indicators;
    private final CallerRights callers;
    private final RecordModel model;
    private final CodeLabels labels;
    private final RecordReader reader;

    IndicatorController(
            Indicators indicators, CallerRights callers, RecordModel model, CodeLabels labels, RecordReader reader) {
        this.indicators = indicators;
        this.callers = callers;
        this.model = model;
        this.labels = labels;
        this.reader = reader;
    }

    @QueryMapping
    List<IndicatorView> indicators(
            @Argument @Nullable List<String> names,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument @Nullable String place,
            @Argument @Nullable List<Indicator.Dimension> by,
            @Argument Tally.Period period) {
        List<Indicator.Dimension> dimensions = by == null ? List.of() : by;
        if (dimensions.size() > MOST_DIMENSIONS || (names != null && names.size() > MOST_NAMES)) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST,
                    "at most " + MOST_DIMENSIONS + " dimensions and " + MOST_NAMES + " names are allowed");
        }
        Rights rights = callers.rights();
        Question question = new Question(
                Optional.ofNullable(from), Optional.ofNullable(to), Optional.ofNullable(place), dimensions, period);
        return indicators.find(names == null ? List.of() : names).stream()
                .map(indicator ->
                        new IndicatorView(indicator, question, indicators.count(indicator, question, rights), rights))
                .toList();
    }

    @SchemaMapping(typeName = "Indicator")
    String title(IndicatorView view, @Argument String lang) {
        return spoken(view.indicator().title(), lang);
    }

    @SchemaMapping(typeName = "Indicator")
    String explanation(IndicatorView view, @Argument String lang) {
        return spoken(view.indicator().explanation(), lang);
    }

    @SchemaMapping(typeName = "Indicator")
    List<IndicatorView.GroupView> groups(IndicatorView view) {
        List<Indicator.Dimension> dimensions = view.question().by(view.indicator());
        return view.answer().rows().stream()
                .map(row -> new IndicatorView.GroupView(
                        keys(view, dimensions, row.keys()),
                        Indicators.value(view.indicator(), row.numbers()),
                        row.numbers().part(),
                        row.numbers().whole()))
                .toList();
    }

    @SchemaMapping(typeName = "Indicator")
    List<IndicatorView.ReportView> reported(IndicatorView view) {
        return view.indicator().reported().stream()
                .map(reported -> new IndicatorView.ReportView(
                        view, reported, indicators.count(view.indicator(), reported, view.question(), view.rights())))
                .toList();
    }

    @SchemaMapping(typeName = "IndicatorReport", field = "explanation")
    String reportExplanation(IndicatorView.ReportView view, @Argument String lang) {
        return spoken(view.reported().explanation(), lang);
    }

    /** The list that clients read themselves, its newest first. */
    @SchemaMapping(typeName = "IndicatorReport")
    Row figures(IndicatorView.ReportView view, DataFetchingEnvironment environment) {
        Selection asked = Selections.of(environment);
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(asked.arguments());
        arguments.put("where", indicators.figures(view.reported(), view.of().question()));
        arguments.put("orderBy", List.of(Map.of("reportedOn", "DESC")));
        return reader.list(
                model.type(Indicators.REPORTED),
                new Selection(asked.name(), asked.key(), arguments, asked.types(), asked.fields()),
                view.of().rights());
    }

    private List<IndicatorView.KeyView> keys(
            IndicatorView view, List<Indicator.Dimension> dimensions, List<Tally.Key> keys) {
        List<IndicatorView.KeyView> views = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            Indicator.Dimension dimension = dimensions.get(i);
            Optional<String> codes = Optional.ofNullable(
                            view.indicator().dimensions().get(dimension))
                    .flatMap(field -> model.type(view.indicator().type()).findField(field))
                    .flatMap(RecordField::codeList);
            views.add(new IndicatorView.KeyView(
                    dimension,
                    keys.get(i).value(),
                    keys.get(i).label(),
                    codes,
                    view.question().period()));
        }
        return views;
    }

    @SchemaMapping(typeName = "IndicatorKey")
    @Nullable
    String label(IndicatorView.KeyView key, @Argument String lang) {
        String value = key.value();
        if (value == null || key.title() != null) {
            return key.title();
        }
        if (key.dimension() == Indicator.Dimension.PERIOD) {
            return Periods.label(LocalDate.parse(value), key.period());
        }
        return key.codes()
                .flatMap(list -> labels.label(list, value, null, lang))
                .orElse(value);
    }

    private static String spoken(Indicator.Words words, String lang) {
        return lang.equals("EN") ? words.en() : words.vi();
    }
}
