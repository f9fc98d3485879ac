// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.GraphException;
import vn.ioc.hub.graph.Tally;
import vn.ioc.hub.graph.TallyReader;
import vn.ioc.schema.RecordModel;

/** All indicators, each checked against the model when the hub starts. */
public final class IndicatorCatalog {
    private final Map<String, Indicator> indicators;

    private IndicatorCatalog(Map<String, Indicator> indicators) {
        this.indicators = indicators;
    }

    /**
     * Reads files; a later one replaces an earlier one of the same name.
     *
     * @param everything rights of one who reads every field, to check the filters with
     * @throws IndicatorException with the problems of all files
     */
    public static IndicatorCatalog read(
            Collection<IndicatorFile> files, RecordModel model, TallyReader reader, Rights everything) {
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (IndicatorFile file : files) {
            try {
                Indicator indicator = IndicatorReader.read(file);
                check(indicator, model, reader, everything);
                indicators.put(indicator.name(), indicator);
            } catch (IndicatorException e) {
                problems.add(prefixed(file, e));
            } catch (GraphException | IllegalArgumentException e) {
                problems.add(file.name() + ":1: " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new IndicatorException(IndicatorException.Reason.BAD_FILE, problems);
        }
        return new IndicatorCatalog(indicators);
    }

    private static String prefixed(IndicatorFile file, IndicatorException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith(file.name()) ? message : file.name() + ":1: " + message;
    }

    private static void check(Indicator indicator, RecordModel model, TallyReader reader, Rights everything) {
        Question question = new Question(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                indicator.dimensions().keySet(),
                Tally.Period.MONTH);
        TallyPlan plan = new TallyPlan(model, LocalDate.EPOCH);
        reader.check(plan.of(indicator, Map.of(), question), everything);
        for (Indicator.Reported reported : indicator.reported()) {
            reader.check(plan.of(indicator, reported.of(), question), everything);
            reader.check(plan.of(reported, Indicators.REPORTED), everything);
        }
    }

    /** In the order of their files. */
    public List<Indicator> list() {
        return List.copyOf(indicators.values());
    }

    /** @throws IndicatorException BAD_REQUEST naming those that are known */
    public Indicator get(String name) {
        Indicator indicator = indicators.get(name);
        if (indicator == null) {
            throw new IndicatorException(
                    IndicatorException.Reason.BAD_REQUEST,
                    List.of("there is no indicator of that name; known are " + indicators.keySet()));
        }
        return indicator;
    }
}
