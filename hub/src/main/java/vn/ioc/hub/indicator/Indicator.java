// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.Tally;

/**
 * A derived figure as its file declares it.
 *
 * @param rules name of the rule set, e.g. {@code on-time-2023}
 * @param type whose records are counted
 * @param within which of them are looked at, as written
 * @param newest which of several records of one thing counts: the figure is a state, not a flow; empty = each counts
 * @param date the field that puts a record into a period
 * @param dimensions field or link by dimension
 * @param reported what others report of the same; none = nobody does
 */
public record Indicator(
        String name,
        int version,
        Words title,
        Words explanation,
        Optional<String> rules,
        Optional<String> legalBasis,
        Unit unit,
        String type,
        Map<String, @Nullable Object> within,
        Optional<Tally.Newest> newest,
        Part numerator,
        Optional<Part> denominator,
        String date,
        Map<Dimension, String> dimensions,
        List<Reported> reported) {

    public Indicator {
        within = Collections.unmodifiableMap(new LinkedHashMap<>(within));
        dimensions = Map.copyOf(dimensions);
        reported = List.copyOf(reported);
    }

    /** What the number is in. */
    public enum Unit {
        PERCENT,
        DAYS,
        COUNT,
        POINTS,
        RANK,
        RATIO
    }

    /** By what a figure is broken down. */
    public enum Dimension {
        UNIT,
        AREA,
        PERIOD,
        CATEGORY,
        SUBJECT
    }

    /**
     * Figures that others report.
     *
     * @param figures which of the reported figures, as the filter of their list
     * @param of which of the indicator's records they speak of, as written; empty = all
     * @param explanation what they count, and why they may differ from the computed number
     */
    public record Reported(Map<String, @Nullable Object> figures, Map<String, @Nullable Object> of, Words explanation) {
        public Reported {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
            of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
        }
    }

    /** In both languages. */
    public record Words(String vi, String en) {}

    /** @param text the part as written, for who reads the number */
    public record Part(
            Tally.Aggregate aggregate, Optional<String> field, Map<String, @Nullable Object> where, String text) {
        public Part {
            where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        }
    }
}
