// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.ioc.hub.graph.Tally;

/**
 * What is asked of indicators.
 *
 * @param from first day of the records that count; empty = all earlier ones
 * @param to last day; empty = all later ones
 * @param place code of an area; what it covers counts
 * @param by dimensions, each once; those that an indicator does not have are left out of its answer
 */
public record Question(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> place,
        List<Indicator.Dimension> by,
        Tally.Period period) {

    public Question {
        by = by.stream().distinct().toList();
    }

    Question(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> place,
            Collection<Indicator.Dimension> by,
            Tally.Period period) {
        this(from, to, place, by.stream().sorted().toList(), period);
    }

    /** The same of all together. */
    Question inAll() {
        return new Question(from, to, place, List.<Indicator.Dimension>of(), period);
    }

    /** The dimensions that an indicator can be broken down by, in the order asked; a period always. */
    public List<Indicator.Dimension> by(Indicator indicator) {
        return by.stream()
                .filter(d -> d == Indicator.Dimension.PERIOD
                        || indicator.dimensions().containsKey(d))
                .toList();
    }
}
