// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.codes.CodeFile;
import vn.ioc.integrations.codes.CodeLists;

/** Functions that no sample shows in all of their cases. */
final class FunctionsTest {
    private static final String TOPICS = """
            # origin: this test
            list,code,name_vi,valid_from,valid_to,area
            topic,1,Một,,2024-12-31,515
            topic,1,Một,2025-01-01,,20923
            topic,2,Hai,,,
            topic,3,Ba,,,20923
            """;
    private static final CodeLists CODES =
            CodeLists.read(List.of(new CodeFile("topics.csv", TOPICS.getBytes(StandardCharsets.UTF_8))));

    private static Object evaluate(Expression expression, Object... namesAndValues) throws MappingException {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return expression.evaluate(new Scope(tree, Sources.HMAC, new Redactor(List.of(), List.of()), CODES));
    }

    private static Expression path(String path) {
        return new Expression.Path(TreePath.of(path));
    }

    private static Expression date(String path, String... formats) {
        return new DateFunction(path(path), List.of(formats), DateFunction.HERE, null, false);
    }

    @Test
    void daysCountTheCalendarsDaysAndNotTheHours() throws MappingException {
        Expression days = new DaysFunction(date("a", "yyyyMMddHHmmss"), date("b", "yyyyMMddHHmmss"));
        assertThat(evaluate(days, "a", "20230206170000", "b", "20230206235959")).isEqualTo(BigDecimal.ZERO);
        assertThat(evaluate(days, "a", "20230206235959", "b", "20230207000000")).isEqualTo(BigDecimal.ONE);
        assertThat(evaluate(days, "a", "20230206170000", "b", "20230203100000")).isEqualTo(BigDecimal.valueOf(-3));
        assertThat(evaluate(days, "a", "20230206170000", "b", "")).isNull();
        assertThat(evaluate(days, "b", "20230206170000")).isNull();
    }

    @Test
    void daysReadIsoTextsAndRejectWhatIsNoDate() throws MappingException {
        Expression days = new DaysFunction(path("a"), path("b"));
        assertThat(evaluate(days, "a", "2024-02-28", "b", "2024-03-01")).isEqualTo(BigDecimal.TWO);
        assertThatThrownBy(() -> evaluate(days, "a", "soon", "b", "2024-03-01")).isInstanceOf(MappingException.class);
    }

    @Property(tries = 200)
    void daysBackAreTheNegativeOfDaysForth(
            @ForAll @IntRange(min = -20_000, max = 60_000) int first,
            @ForAll @IntRange(min = -20_000, max = 60_000) int second)
            throws MappingException {
        String a = LocalDate.ofEpochDay(first).toString();
        String b = LocalDate.ofEpochDay(second).toString();
        BigDecimal forth = (BigDecimal) evaluate(new DaysFunction(path("a"), path("b")), "a", a, "b", b);
        BigDecimal back = (BigDecimal) evaluate(new DaysFunction(path("b"), path("a")), "a", a, "b", b);
        assertThat(forth).isEqualTo(back.negate()).isEqualTo(BigDecimal.valueOf((long) second - first));
    }

    @Test
    void lookupGivesTheColumnOfEachCodeOnceInTheirOrder() throws MappingException {
        Expression lookup = new LookupFunction(path("codes"), "topic", "area");
        assertThat(evaluate(lookup, "codes", List.of("3", 1L, "2", "9"))).isEqualTo(List.of("20923"));
        assertThat(evaluate(lookup, "codes", "2")).isNull();
        assertThat(evaluate(lookup)).isNull();
    }

    @Test
    void unitsSince1970AreMoments() throws MappingException {
        Instant moment = LocalDate.of(2023, 4, 3).atTime(6, 0).toInstant(ZoneOffset.UTC);
        assertThat(evaluate(date("t", "epochMillis"), "t", 1680501600000L)).isEqualTo(moment);
        assertThat(evaluate(date("t", "yyyy-MM-dd", "epochSeconds"), "t", "1680501600"))
                .isEqualTo(moment);
        assertThatThrownBy(() -> evaluate(date("t", "epochMillis"), "t", "1680501600000.5"))
                .isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> evaluate(date("t", "epochSeconds"), "t", 99999999999999L))
                .isInstanceOf(MappingException.class);
    }
}
