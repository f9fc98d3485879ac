// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The order of a record's versions, and when the source says it was so. */
final class Versions {
    private static final int MOST_DIGITS = 18;

    private Versions() {}

    /** A sequence number, milliseconds since 1970, or the number of the poll. */
    static long version(RecordMapping record, SourceRecord item, Scope scope) throws MappingException {
        if (record.version().isEmpty()) {
            return item.poll();
        }
        Expression expression = record.version().get();
        Object value = expression.evaluate(scope);
        Instant moment = moment(value);
        if (moment != null) {
            return moment.toEpochMilli();
        }
        BigDecimal number = Numbers.number(value, expression.where());
        if (number == null) {
            throw MappingException.missing(expression.where(), "the version");
        }
        if (number.precision() - number.scale() > MOST_DIGITS
                || number.stripTrailingZeros().scale() > 0) {
            throw MappingException.conversion(expression.where(), "is no whole number; a version is one");
        }
        return number.longValue();
    }

    static Instant observed(RecordMapping record, SourceRecord item, Scope scope) throws MappingException {
        if (record.observed().isEmpty()) {
            return item.polledAt();
        }
        Instant moment = moment(record.observed().get().evaluate(scope));
        return moment == null ? item.polledAt() : moment;
    }

    private static @Nullable Instant moment(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return day.atStartOfDay(DateFunction.HERE).toInstant();
        }
        return value instanceof Instant moment ? moment : null;
    }
}
