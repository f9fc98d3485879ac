// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Days and moments as filters write them, relative ones told from the one moment at which all questions are asked. */
public final class ObviousTimes {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOW = Instant.parse("2025-07-01T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 1);

    /** Shows the moment. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final Map<String, ChronoUnit> UNITS =
            Map.of("d", ChronoUnit.DAYS, "w", ChronoUnit.WEEKS, "M", ChronoUnit.MONTHS, "y", ChronoUnit.YEARS);

    private ObviousTimes() {}

    static LocalDate day(String text) {
        if (text.equals("now") || text.equals("today")) {
            return TODAY;
        }
        int unit = text.length() - 1;
        return relative(text)
                ? TODAY.plus(Long.parseLong(text.substring(0, unit)), UNITS.get(text.substring(unit)))
                : LocalDate.parse(text);
    }

    /** In UTC, as moments are stored. */
    static ZonedDateTime moment(String text) {
        if (text.equals("now")) {
            return NOW.atZone(ZoneOffset.UTC);
        }
        return text.equals("today") || relative(text)
                ? day(text).atStartOfDay(ZONE).withZoneSameInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC);
    }

    /** A relative time at or shortly after the day, by the unit, e.g. {@code -3d}. */
    static String near(LocalDate day, String unit) {
        return "%+d%s".formatted(UNITS.get(unit).between(TODAY, day), unit);
    }

    private static boolean relative(String text) {
        return text.startsWith("+") || text.startsWith("-");
    }
}
