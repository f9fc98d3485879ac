// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day or moment told from when it is asked: {@code now}, {@code today}, {@code -7d}, {@code +2w}, {@code -3M},
 * {@code -1y}. As a moment, {@code now} is that very moment and all others are the midnight that begins the day, in
 * Asia/Ho_Chi_Minh.
 *
 * @param text as it was given; equal texts are equal arguments, whatever the day
 */
public record RelativeTime(String text) {
    /** In which days begin and spans of time are cut. */
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Pattern FORM = Pattern.compile("now|today|([+-][0-9]{1,4})([dwMy])");

    public RelativeTime {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a relative time");
        }
    }

    /** Empty when the text is not a relative time. */
    public static Optional<RelativeTime> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RelativeTime(text)) : Optional.empty();
    }

    public LocalDate day(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        Matcher form = FORM.matcher(text);
        return form.matches() && form.group(1) != null
                ? today.plus(period(Integer.parseInt(form.group(1)), form.group(2)))
                : today;
    }

    ZonedDateTime moment(Instant now) {
        return text.equals("now") ? now.atZone(ZONE) : day(now).atStartOfDay(ZONE);
    }

    private static Period period(int amount, String unit) {
        return switch (unit) {
            case "d" -> Period.ofDays(amount);
            case "w" -> Period.ofWeeks(amount);
            case "M" -> Period.ofMonths(amount);
            default -> Period.ofYears(amount);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
