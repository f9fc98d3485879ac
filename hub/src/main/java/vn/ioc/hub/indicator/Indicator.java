// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A derived figure as its file declares it.
 *
 * @param rules name of the rule set, e.g. {@code on-time-2023}
 * @param type whose records are counted
 * @param within which of them are looked at, as written
 * @param date the field that puts a record into a period
 * @param dimensions field or link by dimension
 * @param reported filter of the reported figures beside it, as written; empty = none is reported
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
        Part numerator,
        Optional<Part> denominator,
        String date,
        Map<Dimension, String> dimensions,
        Map<String, @Nullable Object> reported) {

    public Indicator {
        within = Collections.unmodifiableMap(new LinkedHashMap<>(within));
        dimensions = Map.copyOf(dimensions);
        reported = Collections.unmodifiableMap(new LinkedHashMap<>(reported));
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

    /** In both languages. */
    public record Words(String vi, String en) {}

    /** @param text the part as written, for who reads the number */
    public record Part(
            vn.ioc.hub.graph.Tally.Aggregate aggregate,
            Optional<String> field,
            Map<String, @Nullable Object> where,
            String text) {
        public Part {
            where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        }
    }
}
