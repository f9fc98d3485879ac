// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.indicators;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.Tally;
import vn.ioc.hub.indicator.Indicator;
import vn.ioc.hub.indicator.Indicators;
import vn.ioc.hub.indicator.Question;

/** An indicator with its numbers, as GraphQL shows it. @param rights of the caller, under which all below it is read */
record IndicatorView(Indicator indicator, Question question, Tally.Answer answer, Rights rights) {
    /** @param codes name of the code list that the value is a code of; empty = none */
    record KeyView(
            Indicator.Dimension dimension,
            @Nullable String value,
            @Nullable String title,
            Optional<String> codes,
            Tally.Period period) {}

    record GroupView(
            List<KeyView> keys,
            @Nullable Double value,
            @Nullable Double part,
            @Nullable Double whole) {}

    /** @param numbers computed of the records that the report speaks of */
    record ReportView(IndicatorView of, Indicator.Reported reported, Tally.Numbers numbers) {
        public @Nullable Double value() {
            return Indicators.value(of.indicator(), numbers);
        }

        public @Nullable Double part() {
            return numbers.part();
        }

        public @Nullable Double whole() {
            return numbers.whole();
        }
    }

    public String name() {
        return indicator.name();
    }

    public int version() {
        return indicator.version();
    }

    public @Nullable String rules() {
        return indicator.rules().orElse(null);
    }

    public @Nullable String legalBasis() {
        return indicator.legalBasis().orElse(null);
    }

    public Indicator.Unit unit() {
        return indicator.unit();
    }

    public String recordType() {
        return indicator.type();
    }

    public String numerator() {
        return indicator.numerator().text();
    }

    public @Nullable String denominator() {
        return indicator.denominator().map(Indicator.Part::text).orElse(null);
    }

    public @Nullable Double value() {
        return Indicators.value(indicator, answer.all());
    }

    public @Nullable Double part() {
        return answer.all().part();
    }

    public @Nullable Double whole() {
        return answer.all().whole();
    }
}
