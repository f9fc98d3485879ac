// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.ExecutionGraphQlResponse;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.schema.RecordModel;

/** Groups of 40 petitions: one a day from 31 December 2025, 17:00 UTC, which is 1 January 2026 in Việt Nam. */
final class AggregateIT {
    private static final String DISTRICT = "Area:old/515";
    private static TestApi api;

    @BeforeAll
    static void start() {
        RecordModel model = RecordModel.withBuiltIn(List.of());
        List<TestRecord> records = new ArrayList<>();
        records.add(area("old/515", "district"));
        records.add(area("old/1", "commune").linked("parent", DISTRICT));
        records.add(area("old/2", "commune").linked("parent", DISTRICT));
        records.add(TestRecord.of("Organization", "O1", Map.of("code", "O1", "name", "Phòng Tài nguyên")));
        records.add(TestRecord.of("Organization", "O2", Map.of("code", "O2", "name", "Phòng kín"))
                .forAudience("RESTRICTED"));
        ZonedDateTime first = ZonedDateTime.of(2025, 12, 31, 17, 0, 0, 0, ZoneOffset.UTC);
        for (int i = 0; i < 40; i++) {
            Map<String, Object> values = new LinkedHashMap<>(Map.of(
                    "code", "P" + i, "subject", "Đất " + i, "kind", "PROPOSAL", "receivedAt", first.plusDays(i)));
            values.put("status", i % 4 == 0 ? "OPEN" : "SOLVED");
            if (i % 4 != 0) {
                values.put("daysToAnswer", (long) i);
            }
            TestRecord petition = TestRecord.of("Petition", "s/P" + i, values)
                    .at(i < 10 ? "Area:old/1" : i < 30 ? "Area:old/2" : null, null);
            records.add(i == 39 ? petition : petition.linked("handler", "Organization:O" + (1 + i % 2)));
        }
        new TestGraph(model).fresh().write(records);
        api = new TestApi(Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void monthsBeginAtMidnightInVietNam() {
        ExecutionGraphQlResponse answer = api.ask("""
                { petitionAggregate(by: [{receivedAt: MONTH}]) {
                    count key { receivedAt { from to label } } min { receivedAt } max { daysToAnswer } } }
                """);
        assertThat(rows(answer))
                .containsExactly(
                        Map.of(
                                "count", 31,
                                "key",
                                        Map.of(
                                                "receivedAt",
                                                Map.of("from", "2026-01-01", "to", "2026-01-31", "label", "2026-01")),
                                "min", Map.of("receivedAt", "2026-01-01T00:00:00+07:00"),
                                "max", Map.of("daysToAnswer", 30)),
                        Map.of(
                                "count", 9,
                                "key",
                                        Map.of(
                                                "receivedAt",
                                                Map.of("from", "2026-02-01", "to", "2026-02-28", "label", "2026-02")),
                                "min", Map.of("receivedAt", "2026-02-01T00:00:00+07:00"),
                                "max", Map.of("daysToAnswer", 39)));
        assertThat(api.statements()).isEqualTo(1);
    }

    @Test
    void areasRollUpAndGroupsWithoutOneComeLast() {
        ExecutionGraphQlResponse answer = api.ask("""
                { petitionAggregate(by: [{place: DISTRICT}, {status: VALUE}]) {
                    count key { place { id level { code } } status { code label } } sum { daysToAnswer } avg { daysToAnswer } } }
                """);
        assertThat(rows(answer)).extracting(r -> r.get("count")).containsExactly(8, 22, 2, 8);
        assertThat(rows(answer).getFirst())
                .containsEntry(
                        "key",
                        Map.of(
                                "place", Map.of("id", DISTRICT, "level", Map.of("code", "district")),
                                "status", Map.of("code", "OPEN", "label", "Đang xử lý")))
                .containsEntry("sum", Map.of("daysToAnswer", 0.0));
        assertThat(rows(answer).get(3)).containsEntry("avg", Map.of("daysToAnswer", 34.625));
        assertThat(api.statements()).isEqualTo(1);
    }

    @Test
    void aHiddenTargetIsNoGroupOfItsOwn() {
        String question =
                "{ petitionAggregate(by: [{handler: VALUE}], orderBy: COUNT) { count key { handler { code } } } }";
        assertThat(rows(api.ask(question))).extracting(r -> r.get("count")).containsExactly(20, 19, 1);
        assertThat(rows(api.ask(question, Map.of(), List.of(), "integrator")).toString())
                .isEqualTo("[{count=20, key={handler={code=O1}}}, {count=20, key={handler=null}}]");
    }

    @Test
    void figuresAreUnderTheCallersPredicate() {
        assertThat(rows(api.ask("{ petitionAggregate { count sum { daysToAnswer } } }", Map.of(), List.of(), "public")))
                .containsExactly(Map.of("count", 0, "sum", Map.of("daysToAnswer", 0.0)));
        assertThat(rows(api.ask("{ petitionAggregate { count } }", Map.of(), List.of(), "auditor")))
                .containsExactly(Map.of("count", 0));
        assertThat(rows(api.ask(
                        "{ petitionAggregate(where: {handler: {code: {eq: \"O2\"}}}) { count } }",
                        Map.of(),
                        List.of(),
                        "integrator")))
                .containsExactly(Map.of("count", 0));
    }

    @Test
    void groupsAreBounded() {
        assertThat(
                        TestApi.code(
                                api.ask(
                                        "{ petitionAggregate(by: [{status: VALUE}, {kind: VALUE}, {source: VALUE}, {audience: VALUE}]) { count } }")))
                .contains("BAD_REQUEST");
        assertThat(TestApi.code(api.ask("{ petitionAggregate(by: [{date: DAY}], first: 0) { count } }")))
                .contains("BAD_REQUEST");
        assertThat(rows(api.ask("{ petitionAggregate(by: [{date: DAY}], first: 3) { count } }")))
                .hasSize(3);
    }

    private static TestRecord area(String key, String level) {
        return TestRecord.of(
                "Area",
                key,
                Map.of("scheme", "old", "code", key.substring(4), "level", level, "name", key, "fullName", key));
    }

    private static List<Map<String, Object>> rows(ExecutionGraphQlResponse answer) {
        assertThat(answer.getErrors()).isEmpty();
        Map<String, List<Map<String, Object>>> data = answer.getData();
        return data.get("petitionAggregate");
    }
}
