// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.ExecutionGraphQlResponse;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.schema.RecordModel;

final class GraphQlApiIT {
    private static TestApi api;

    @BeforeAll
    static void start() {
        RecordModel model = RecordModel.withBuiltIn(List.of());
        List<TestRecord> records = new ArrayList<>();
        records.add(TestRecord.of("Organization", "O1", Map.of("code", "O1", "name", "Phòng Tài nguyên")));
        records.add(TestRecord.of(
                        "Document",
                        "D1",
                        Map.of(
                                "documentId",
                                "D1",
                                "number",
                                "87/TNMT",
                                "subject",
                                "Trả lời",
                                "issuedOn",
                                LocalDate.of(2022, 5, 19),
                                "attachments",
                                List.of("a.pdf")))
                .linked("issuer", "Organization:O1"));
        for (int i = 0; i < 30; i++) {
            records.add(TestRecord.of(
                            "Petition",
                            "s/P" + i,
                            Map.of(
                                    "code",
                                    "P" + i,
                                    "subject",
                                    "Đất " + i,
                                    "kind",
                                    "PROPOSAL",
                                    "status",
                                    i % 3 == 0 ? "OPEN" : "SOLVED",
                                    "receivedAt",
                                    ZonedDateTime.of(2022, 1, 1 + i / 3, 0, 0, 0, 0, ZoneOffset.UTC)))
                    .linked("answeringDocument", "Document:D1")
                    .linked("handler", "Organization:O1"));
        }
        new TestGraph(model).fresh().write(records);
        api = new TestApi(Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void onePetitionQueryIsOneStatement() {
        ExecutionGraphQlResponse answer = api.ask("""
                { petitions(where: {status: {eq: "OPEN"}}, orderBy: [{receivedAt: DESC}], first: 2) {
                    totalCount
                    edges { cursor node { __typename name: subject receivedAt state: status { code label en: label(lang: EN) }
                      handler { name documents(first: 5) { totalCount edges { node { number issuedOn attachments } } } } } }
                    pageInfo { hasNextPage endCursor } } }
                """);
        System.out.println(answer.getData().toString());
        System.out.println(answer.getErrors());
        assertThat(answer.getErrors()).isEmpty();
        assertThat(api.statements()).isEqualTo(1);
    }
}
