// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code days}: whole days of the calendar from one time to another, below 0 when the second is the earlier one; none when one is
 * missing. The time of day does not count, so that a result at 16:00 on the day on which it is due at 17:00 is 0 days late.
 */
public record DaysFunction(Expression from, Expression to) implements Expression {
    @Override
    public @Nullable Object evaluate(Scope scope) throws MappingException {
        LocalDate first = day(from, scope);
        LocalDate second = day(to, scope);
        return first == null || second == null ? null : BigDecimal.valueOf(ChronoUnit.DAYS.between(first, second));
    }

    private static @Nullable LocalDate day(Expression expression, Scope scope) throws MappingException {
        Object value = expression.evaluate(scope);
        Object time = value;
        if (!(value instanceof LocalDate) && !(value instanceof Instant)) {
            String text = Texts.text(value, expression.where());
            time = text == null ? null : DateFunction.iso(text, expression.where());
        }
        return time instanceof Instant moment ? moment.atZone(DateFunction.HERE).toLocalDate() : (LocalDate) time;
    }

    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public List<Expression> parts() {
        return List.of(from, to);
    }
}
