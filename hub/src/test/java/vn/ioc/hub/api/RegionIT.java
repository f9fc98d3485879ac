// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Values;
import org.springframework.graphql.ExecutionGraphQlResponse;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.schema.RecordModel;

/** Petitions on a grid of whole degrees, latitude 0 to 4, longitude 100 to 104, and one without a place; due days around today. */
final class RegionIT {
    private static TestApi api;

    @BeforeAll
    static void start() {
        List<TestRecord> records = new ArrayList<>();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        for (int i = 0; i <= 25; i++) {
            Map<String, Object> values = new LinkedHashMap<>(Map.of(
                    "code",
                    "P" + i,
                    "subject",
                    "Đất",
                    "kind",
                    "PROPOSAL",
                    "status",
                    "OPEN",
                    "dueOn",
                    today.plusDays(i - 13)));
            values.put("receivedAt", ZonedDateTime.of(2026, 1, 1, 0, 0, i, 0, ZoneOffset.UTC));
            if (i < 25) {
                values.put("location", Values.point(4326, 100 + i % 5, i / 5));
            }
            records.add(TestRecord.of("Petition", "s/P" + i, values));
        }
        new TestGraph(RecordModel.withBuiltIn(List.of())).fresh().write(records);
        api = new TestApi(Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aBoxHoldsItsEdges() {
        String box = "location: {within: {box: {south: 1, west: 101, north: 2, east: 103}}}";
        assertThat(count(box)).isEqualTo(6);
        assertThat(count("not: {" + box + "}"))
                .as("with the one that has no place")
                .isEqualTo(20);
    }

    @Test
    void aCircleIsMeasuredOnTheGround() {
        assertThat(count("location: {within: {circle: {latitude: 2, longitude: 102, radius: 112000}}}"))
                .as("itself and four neighbours a degree away, some 111 km")
                .isEqualTo(5);
        assertThat(count("location: {within: {circle: {latitude: 2, longitude: 102, radius: 100000}}}"))
                .isEqualTo(1);
    }

    @Test
    void aPolygonLeavesOutItsNotch() {
        String u = """
                location: {within: {polygon: [
                  {latitude: -0.5, longitude: 99.5}, {latitude: -0.5, longitude: 104.5}, {latitude: 4.5, longitude: 104.5},
                  {latitude: 4.5, longitude: 103.5}, {latitude: 0.5, longitude: 103.5}, {latitude: 0.5, longitude: 100.5},
                  {latitude: 4.5, longitude: 100.5}, {latitude: 4.5, longitude: 99.5}]}}""";
        assertThat(count(u)).as("five below and four on either side").isEqualTo(13);
        assertThat(count("not: {" + u + "}")).isEqualTo(13);
    }

    @Test
    void regionsThatMakeNoSenseAreRefused() {
        for (String region : List.of(
                "box: {south: 2, west: 101, north: 1, east: 103}",
                "box: {south: 1, west: 101, north: 2, east: 203}",
                "circle: {latitude: 2, longitude: 102, radius: 0}",
                "polygon: [{latitude: 1, longitude: 101}, {latitude: 2, longitude: 102}]")) {
            assertThat(TestApi.code(ask("location: {within: {" + region + "}}")))
                    .as(region)
                    .contains("BAD_REQUEST");
        }
    }

    @Test
    void daysAreToldFromToday() {
        assertThat(count("dueOn: {gte: \"-7d\", lt: \"today\"}")).isEqualTo(7);
        assertThat(count("dueOn: {gt: \"today\", lte: \"+1w\"}")).isEqualTo(7);
        assertThat(count("receivedAt: {lt: \"now\"}")).isEqualTo(26);
        assertThat(ask("dueOn: {gte: \"last week\"}").getErrors()).hasSize(1);
    }

    private static int count(String where) {
        ExecutionGraphQlResponse answer = ask(where);
        assertThat(answer.getErrors()).isEmpty();
        Map<String, Map<String, Integer>> data = answer.getData();
        return data.get("petitions").get("totalCount");
    }

    private static ExecutionGraphQlResponse ask(String where) {
        return api.ask("{ petitions(where: {" + where + "}) { totalCount } }");
    }
}
