// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of the records of one type. Filters are those of the type's list, with values as arguments are coerced.
 *
 * @param type name of the record type
 * @param within which records are looked at; empty = all
 * @param newest which of several records of one thing counts; empty = each
 * @param whole what the part is a part of; empty = the part stands for itself
 * @param groups by what it is counted apart; none = in all only
 */
public record Tally(
        String type,
        Map<String, @Nullable Object> within,
        Optional<Newest> newest,
        Part part,
        Optional<Part> whole,
        List<Group> groups) {
    public Tally {
        within = Collections.unmodifiableMap(new LinkedHashMap<>(within));
        groups = List.copyOf(groups);
    }

    /** How values become one number. */
    public enum Aggregate {
        /** Records; of a field, those that have a value. */
        COUNT,
        SUM,
        MIN,
        MAX,
        /** The value, when all records that have one have the same. */
        ONLY
    }

    /**
     * Of the records that share a value only the newest counts, in all as in each group; records without a time do not.
     *
     * @param per field whose values tell things apart, such as a facility's code
     * @param by field that orders them
     */
    public record Newest(String per, String by) {}

    /** @param field whose values are taken, a number; empty = the records themselves, with COUNT only */
    public record Part(Aggregate aggregate, Optional<String> field, Map<String, @Nullable Object> where) {
        public Part {
            where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        }
    }

    /** A dimension. */
    public sealed interface Group {
        /** By a field's value. */
        record ByField(String field) implements Group {}

        /** By a linked record; one that the caller may not read counts as none. A record with several counts for each. */
        record ByLink(String link) implements Group {}

        /** By the day, week, month, quarter or year, in Asia/Ho_Chi_Minh, that a Date or DateTime field lies in. */
        record ByPeriod(String field, Period period) implements Group {}
    }

    /** How long a period is; weeks begin on Monday. */
    public enum Period {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /**
     * What was counted.
     *
     * @param part null when no record had a value for it
     * @param whole null likewise, and when none was asked for
     */
    public record Numbers(@Nullable Double part, @Nullable Double whole) {
        public static final Numbers NOTHING = new Numbers(null, null);
    }

    /**
     * @param value the field's value as text, the linked record's uid, or the period's first day; null = none
     * @param label title of the linked record; else null
     */
    public record Key(@Nullable String value, @Nullable String label) {}

    /** @param keys one for each dimension, in their order */
    public record Row(List<Key> keys, Numbers numbers) {
        public Row {
            keys = List.copyOf(keys);
        }
    }

    /** @param rows by key */
    public record Answer(Numbers all, List<Row> rows) {
        public static final Answer NOTHING = new Answer(Numbers.NOTHING, List.of());

        public Answer {
            rows = List.copyOf(rows);
        }
    }
}
