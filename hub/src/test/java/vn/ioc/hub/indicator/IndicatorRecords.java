// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ioc.hub.graph.TestRecord;

/** A small graph of all that indicators count, so small that a person can count it too. */
final class IndicatorRecords {
    private IndicatorRecords() {}

    static List<TestRecord> all() {
        List<TestRecord> records = new ArrayList<>();
        records.add(TestRecord.of(
                        "Area",
                        "old/1",
                        Map.of(
                                "scheme",
                                "old",
                                "code",
                                "1",
                                "name",
                                "Trà Giác",
                                "fullName",
                                "Xã Trà Giác",
                                "level",
                                "commune"))
                .forAudience("PUBLIC"));
        for (String code : List.of("O1", "O2")) {
            records.add(TestRecord.of("Organization", code, Map.of("code", code, "name", "Cơ quan " + code))
                    .forAudience("PUBLIC"));
        }
        // Of O1: two early, one on the day at a later hour, one without a due day, one late. Of O2: one late; one open,
        // one stopped.
        records.add(dossier("1", "O1", "10", "2023-03-31T20:00:00Z", -3L));
        records.add(dossier("2", "O1", "7", "2023-03-10T01:00:00Z", -1L));
        records.add(dossier("3", "O1", "9", "2023-03-10T01:00:00Z", 0L));
        records.add(dossier("4", "O1", "9", "2023-03-11T01:00:00Z", null));
        records.add(dossier("5", "O1", "10", "2023-03-12T01:00:00Z", 2L));
        records.add(dossier("6", "O2", "10", "2023-04-02T01:00:00Z", 1L).at("Area:old/1", null));
        records.add(dossier("7", "O2", "4", null, null));
        records.add(dossier("8", "O2", "8", "2023-04-02T01:00:00Z", -1L));
        records.add(topic("31"));
        records.add(topic("44"));
        records.add(mention("m1", "-1").linked("topics", "Topic:s/31", "Topic:s/44"));
        records.add(mention("m2", "1").linked("topics", "Topic:s/31"));
        records.add(mention("m3", "1").linked("duplicateOf", "Mention:s/m2"));
        for (String year : List.of("2021", "2022")) {
            records.add(ranking("515", year, year.equals("2022") ? 1 : 2).at("Area:old/1", null));
            records.add(ranking("516", year, 7));
        }
        records.add(procedure("a", "district", "4"));
        records.add(procedure("b", "commune", "4"));
        records.add(procedure("c", "commune", "3"));
        // Of H1: yesterday's evening counts, today's does not, since beds are not yet counted. H2 fell silent in May.
        records.add(day("H1", "2026-06-28", 31L));
        records.add(day("H1", "2026-06-29", 45L));
        records.add(day("H1", "2026-06-30", null));
        records.add(day("H2", "2026-05-31", 5L));
        records.add(school("S1", true));
        records.add(school("S2", false));
        records.add(year("S1", 2024, 90));
        records.add(year("S1", 2025, 100));
        records.add(year("S2", 2024, 20));
        return records;
    }

    private static TestRecord dossier(String code, String agency, String status, String ended, Long daysLate) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(
                "code",
                code,
                "subject",
                "Hồ sơ " + code,
                "status",
                status,
                "receivedAt",
                moment("2023-03-01T01:00:00Z")));
        if (ended != null) {
            values.put("endedAt", moment(ended));
        }
        if (daysLate != null) {
            values.put("daysLate", daysLate);
        }
        return TestRecord.of("Dossier", code, values).linked("agency", "Organization:" + agency);
    }

    private static TestRecord topic(String code) {
        return TestRecord.of("Topic", "s/" + code, Map.of("code", code, "name", "Chủ đề " + code));
    }

    private static TestRecord mention(String code, String sentiment) {
        return TestRecord.of(
                "Mention",
                "s/" + code,
                Map.of(
                        "code",
                        code,
                        "headline",
                        "Tin " + code,
                        "kind",
                        "1",
                        "sentiment",
                        sentiment,
                        "changedAt",
                        moment("2023-04-03T06:00:00Z"),
                        "publishedAt",
                        moment("2023-04-03T06:00:00Z")));
    }

    private static TestRecord ranking(String unit, String year, long rank) {
        return TestRecord.of(
                "ParRanking",
                unit + "|" + year,
                Map.of(
                        "code",
                        unit + "|" + year,
                        "name",
                        unit + " " + year,
                        "unitCode",
                        unit,
                        "unitName",
                        unit,
                        "year",
                        Long.valueOf(year),
                        "index",
                        90.5 + rank,
                        "rank",
                        rank));
    }

    private static TestRecord procedure(String code, String level, String service) {
        return TestRecord.of(
                "Procedure",
                code,
                Map.of(
                        "code",
                        code,
                        "name",
                        "Thủ tục " + code,
                        "level",
                        level,
                        "serviceLevel",
                        service,
                        "sameDay",
                        true));
    }

    private static TestRecord day(String facility, String day, Long inUse) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(
                "code",
                facility + "|" + day,
                "name",
                facility + " " + day,
                "facilityCode",
                facility,
                "day",
                LocalDate.parse(day),
                "bedsPlanned",
                50L));
        if (inUse != null) {
            values.put("bedsInUse", inUse);
        }
        return TestRecord.of("HealthDaily", facility + "|" + day, values);
    }

    private static TestRecord school(String code, boolean open) {
        return TestRecord.of("School", code, Map.of("code", code, "name", "Trường " + code, "open", open));
    }

    private static TestRecord year(String school, int year, long pupils) {
        return TestRecord.of(
                        "SchoolYear",
                        year + "|" + school,
                        Map.of(
                                "code",
                                year + "|" + school,
                                "name",
                                school + " " + year,
                                "schoolCode",
                                school,
                                "year",
                                (long) year,
                                "startsOn",
                                LocalDate.of(year, 9, 5),
                                "pupils",
                                pupils,
                                "classes",
                                4L))
                .linked("school", "School:" + school);
    }

    private static ZonedDateTime moment(String text) {
        return Instant.parse(text).atZone(ZoneOffset.UTC);
    }
}
