// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** When offices work. */
final class Calendar {
    private Calendar() {}

    /** The day itself, or the Friday before a weekend. */
    static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.minusDays(1);
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }
}
