// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import vn.ioc.simulator.wire.RequestException;

/** {@code TuNgay} to {@code DenNgay}, both included; a day without a time means its start or its end. */
record Window(LocalDateTime from, LocalDateTime to) {
    private static final List<DateTimeFormatter> MOMENTS = List.of(
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm:ss"),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"),
            DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    private static final List<DateTimeFormatter> DAYS =
            List.of(DateTimeFormatter.ofPattern("d/M/uuuu"), DateTimeFormatter.ISO_LOCAL_DATE);

    /** Blank ends are open. */
    static Window of(String from, String to) {
        return new Window(
                from.isEmpty() ? LocalDateTime.MIN : moment(from, LocalTime.MIN),
                to.isEmpty() ? LocalDateTime.MAX : moment(to, LocalTime.MAX));
    }

    boolean holds(LocalDateTime at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    private static LocalDateTime moment(String text, LocalTime time) {
        for (DateTimeFormatter format : MOMENTS) {
            try {
                return LocalDateTime.parse(text, format);
            } catch (DateTimeParseException notThisForm) {
                continue;
            }
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(text, format).atTime(time);
            } catch (DateTimeParseException notThisForm) {
                continue;
            }
        }
        throw new RequestException("a day must be dd/MM/yyyy, with or without HH:mm:ss");
    }
}
