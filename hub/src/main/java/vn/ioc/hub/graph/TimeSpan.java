// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;

/**
 * Days from the first to the last, both included.
 *
 * @param label short name, e.g. 2026-W27
 */
public record TimeSpan(LocalDate from, LocalDate to, String label) {
    static TimeSpan day(LocalDate day) {
        return new TimeSpan(day, day, day.toString());
    }

    /** @param monday its first day */
    static TimeSpan week(LocalDate monday) {
        return new TimeSpan(
                monday,
                monday.plusDays(6),
                "%d-W%02d"
                        .formatted(
                                monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    static TimeSpan month(LocalDate first) {
        return new TimeSpan(
                first, first.plusMonths(1).minusDays(1), YearMonth.from(first).toString());
    }

    static TimeSpan quarter(LocalDate first) {
        return new TimeSpan(
                first, first.plusMonths(3).minusDays(1), first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR));
    }

    static TimeSpan year(LocalDate first) {
        return new TimeSpan(first, first.plusYears(1).minusDays(1), String.valueOf(first.getYear()));
    }
}
