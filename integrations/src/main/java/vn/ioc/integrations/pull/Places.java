// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.mapping.DateFunction;
import vn.ioc.integrations.source.Transport;

/** Places in a stream, as manifests and rows write them: a whole number, or a time in milliseconds since 1970. */
final class Places {
    private Places() {}

    /** A row's place; empty when it has none that can be read. */
    static Optional<Long> place(Transport.Since since, @Nullable Object value) {
        if (value instanceof Long number) {
            return Optional.of(number);
        }
        if (value instanceof BigDecimal number) {
            return Optional.of(number.longValue());
        }
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        if (text.matches("-?[0-9]{1,18}")) {
            return Optional.of(Long.parseLong(text));
        }
        try {
            return since.format() == null
                    ? Optional.empty()
                    : Optional.of(parsed(since.format(), text).toEpochMilli());
        } catch (DateTimeException notTime) {
            return Optional.empty();
        }
    }

    /** The time that a manifest names as its start. @throws PullException when it is none in the manifest's format */
    static Instant moment(Transport.Since since, String text) throws PullException {
        try {
            return parsed(String.valueOf(since.format()), text);
        } catch (DateTimeException notTime) {
            throw new PullException(PullException.Reason.UNCONFIGURED, "the start is no time in the manifest's format");
        }
    }

    /** A number where it is one. */
    static Object plain(String text) {
        return text.matches("-?[0-9]{1,18}") ? (Object) Long.parseLong(text) : text;
    }

    private static Instant parsed(String format, String text) {
        TemporalAccessor time = DateFunction.formatter(format)
                .parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return switch (time) {
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime local -> local.atZone(DateFunction.HERE).toInstant();
            default -> LocalDate.from(time).atStartOfDay(DateFunction.HERE).toInstant();
        };
    }
}
