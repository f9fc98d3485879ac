// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.indicators;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import vn.ioc.hub.graph.Tally;

/** Names of periods in ISO 8601, with Q for quarters. */
final class Periods {
    private Periods() {}

    /** @param first day of the period. @return e.g. {@code 2023-04}, {@code 2023-W14}, {@code 2023-Q2} */
    static String label(LocalDate first, Tally.Period period) {
        return switch (period) {
            case DAY -> first.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        first.get(IsoFields.WEEK_BASED_YEAR),
                        first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", first.getYear(), first.getMonthValue());
            case QUARTER -> first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> String.valueOf(first.getYear());
        };
    }
}
