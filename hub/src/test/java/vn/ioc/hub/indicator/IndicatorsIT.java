// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.graph.ReadObserver;
import vn.ioc.hub.graph.ReadSettings;
import vn.ioc.hub.graph.StatementRunner;
import vn.ioc.hub.graph.Tally;
import vn.ioc.hub.graph.TallyReader;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.schema.RecordModel;

/** The indicators' own files on a small graph that a person can count. */
final class IndicatorsIT {
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final Policy POLICY = new Policy(MODEL, code -> Set.of("Area:old/" + code));
    private static final Rights LEADER = rights("leader");
    private static final AtomicLong MARK = new AtomicLong();
    private static final List<String> STATEMENTS = new ArrayList<>();
    private static Indicators indicators;

    private static Rights rights(String role, String... areas) {
        return POLICY.rightsOf(new Caller("i", role, Set.of(role), List.of(areas)));
    }

    @BeforeAll
    static void write() {
        new TestGraph(MODEL).fresh().write(IndicatorRecords.all()).covers(Map.of("Area:old/1", Set.of("Area:old/1")));
        Clock clock = Clock.fixed(Instant.parse("2026-06-30T03:00:00Z"), ZoneOffset.UTC);
        TallyReader reader = new TallyReader(
                MODEL,
                area -> Set.of("Area:old/" + area),
                new StatementRunner(Stores.driver(), ReadSettings.DEFAULTS, new ReadObserver() {
                    @Override
                    public boolean profiles() {
                        return false;
                    }

                    @Override
                    public void ran(String statement, long databaseHits) {
                        STATEMENTS.add(statement);
                    }
                }),
                clock);
        IndicatorCatalog catalog = IndicatorCatalog.read(IndicatorFile.builtIn(), MODEL, reader, LEADER);
        indicators = new Indicators(catalog, MODEL, reader, types -> MARK.get(), clock);
    }

    private static Question by(Indicator.Dimension... dimensions) {
        return new Question(
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(dimensions), Tally.Period.MONTH);
    }

    private static Tally.Answer count(String name, Question question, Rights rights) {
        return indicators.count(indicators.find(List.of(name)).getFirst(), question, rights);
    }

    /** By keys: the part and the whole. */
    private static Map<List<String>, List<Double>> groups(Tally.Answer answer) {
        return answer.rows().stream()
                .collect(Collectors.toMap(
                        row -> row.keys().stream()
                                .map(k -> String.valueOf(k.value()))
                                .toList(),
                        row -> java.util.Arrays.asList(
                                row.numbers().part(), row.numbers().whole())));
    }

    @Test
    void onTimeIsTheRuleSetsShareByUnitAndMonthOfTheCountry() {
        Tally.Answer answer = count("on-time", by(Indicator.Dimension.UNIT, Indicator.Dimension.PERIOD), LEADER);
        assertThat(answer.all()).isEqualTo(new Tally.Numbers(4.0, 6.0));
        assertThat(groups(answer))
                .containsOnly(
                        entry(List.of("Organization:O1", "2023-03-01"), List.of(3.0, 4.0)),
                        entry(List.of("Organization:O1", "2023-04-01"), List.of(1.0, 1.0)),
                        entry(List.of("Organization:O2", "2023-04-01"), List.of(0.0, 1.0)));
        assertThat(answer.rows().getFirst().keys().getFirst().label()).isEqualTo("Cơ quan O1");
        assertThat(Indicators.value(indicators.find(List.of("on-time")).getFirst(), answer.all()))
                .isCloseTo(66.67, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void aWindowAndAPlaceNarrowIt() {
        Question march = new Question(
                Optional.of(LocalDate.of(2023, 3, 10)),
                Optional.of(LocalDate.of(2023, 3, 31)),
                Optional.empty(),
                List.of(),
                Tally.Period.MONTH);
        assertThat(count("on-time", march, LEADER).all()).isEqualTo(new Tally.Numbers(3.0, 4.0));
        Question there =
                new Question(Optional.empty(), Optional.empty(), Optional.of("1"), List.of(), Tally.Period.MONTH);
        assertThat(count("on-time", there, LEADER).all()).isEqualTo(new Tally.Numbers(0.0, 1.0));
    }

    @Test
    void whoSeesLessCountsLess() {
        assertThat(count("on-time", by(), rights("officer", "1")).all()).isEqualTo(new Tally.Numbers(0.0, 1.0));
        Tally.Answer hidden = count("on-time", by(Indicator.Dimension.UNIT), rights("health-officer"));
        assertThat(hidden.rows()).isEmpty();
        assertThat(Indicators.value(indicators.find(List.of("on-time")).getFirst(), hidden.all()))
                .isNull();
    }

    @Test
    void aRecordOfSeveralSubjectsCountsForEachAndOnceInAll() {
        Tally.Answer answer = count("sentiment", by(Indicator.Dimension.SUBJECT), LEADER);
        assertThat(answer.all()).isEqualTo(new Tally.Numbers(1.0, 2.0));
        assertThat(groups(answer))
                .containsOnly(
                        entry(List.of("Topic:s/31"), List.of(1.0, 2.0)),
                        entry(List.of("Topic:s/44"), List.of(1.0, 1.0)));
    }

    @Test
    void ofAStateOnlyTheNewestCountsInAllAndInEachGroup() {
        assertThat(count("beds-in-use", by(), LEADER).all()).isEqualTo(new Tally.Numbers(50.0, 100.0));
        assertThat(groups(count("beds-in-use", by(Indicator.Dimension.PERIOD), LEADER)))
                .containsOnly(
                        entry(List.of("2026-05-01"), List.of(5.0, 50.0)),
                        entry(List.of("2026-06-01"), List.of(45.0, 50.0)));
        assertThat(count("pupils-per-class", by(), LEADER).all()).isEqualTo(new Tally.Numbers(100.0, 4.0));
        assertThat(groups(count("pupils-per-class", by(Indicator.Dimension.CATEGORY), LEADER)))
                .containsOnly(entry(List.of("2024"), List.of(90.0, 4.0)), entry(List.of("2025"), List.of(100.0, 4.0)));
    }

    @Test
    void ranksAreNeverAddedUp() {
        assertThat(count("par-rank", by(), LEADER).all()).isEqualTo(new Tally.Numbers(null, null));
        Question there =
                new Question(Optional.empty(), Optional.empty(), Optional.of("1"), List.of(), Tally.Period.MONTH);
        assertThat(count("par-rank", there, LEADER).all()).isEqualTo(new Tally.Numbers(1.0, null));
        assertThat(groups(count("par-rank", by(Indicator.Dimension.SUBJECT, Indicator.Dimension.CATEGORY), LEADER)))
                .containsEntry(List.of("515", "2021"), java.util.Arrays.asList(2.0, null))
                .containsEntry(List.of("515", "2022"), java.util.Arrays.asList(1.0, null))
                .hasSize(4);
    }

    @Test
    void besideAReportedFigureStandsTheNumberOfWhatItSpeaksOf() {
        Indicator sameDay = indicators.find(List.of("procedures-same-day")).getFirst();
        assertThat(count("procedures-same-day", by(), LEADER).all().part()).isEqualTo(3.0);
        Indicator.Reported reported = sameDay.reported().getFirst();
        assertThat(indicators.count(sameDay, reported, by(Indicator.Dimension.CATEGORY), LEADER))
                .isEqualTo(new Tally.Numbers(2.0, null));
        assertThat(reported.explanation().vi()).contains("cấp xã");
        assertThat(indicators.figures(reported, by()).toString()).contains("thu-tuc-tra-trong-ngay-cap-xa");
    }

    @Test
    void aNumberIsKeptUntilARecordOfItsTypesChangesAndNotForOtherRights() {
        MARK.incrementAndGet();
        count("full-online", by(), LEADER);
        int before = STATEMENTS.size();
        count("full-online", by(), LEADER);
        assertThat(STATEMENTS).hasSize(before);
        count("full-online", by(), rights("officer"));
        assertThat(STATEMENTS).hasSizeLessThanOrEqualTo(before + 1);
        MARK.incrementAndGet();
        count("full-online", by(), LEADER);
        assertThat(STATEMENTS.size()).isGreaterThan(before);
    }

    @Test
    void everyFileOfTheHubAnswersInAllItsDimensions() {
        Question all = by(Indicator.Dimension.values());
        for (Indicator indicator : indicators.find(List.of())) {
            indicators.count(indicator, all, LEADER);
        }
    }

    @Test
    void anUnknownNameIsTold() {
        assertThatThrownBy(() -> indicators.find(List.of("on-tme")))
                .isInstanceOf(IndicatorException.class)
                .hasMessageContaining("on-time");
    }
}
