// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.TrivialDataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.execution.GraphQlSource;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.schema.RecordModel;

/** Statements and database hits of operations on 2,000 petitions, 200 documents, and 20 organisations and one that stands alone; the same on any machine. */
final class OperationCostIT {
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static TestApi api;

    @BeforeAll
    static void start() {
        List<TestRecord> records = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            records.add(TestRecord.of("Organization", "O" + i, Map.of("code", "O" + i, "name", "Phòng " + i)));
        }
        for (int i = 0; i < 200; i++) {
            records.add(TestRecord.of(
                            "Document",
                            "D" + i,
                            Map.of(
                                    "documentId",
                                    "D" + i,
                                    "number",
                                    i + "/TNMT",
                                    "subject",
                                    "Trả lời",
                                    "issuedOn",
                                    LocalDate.of(2022, 1, 1).plusDays(i),
                                    "attachments",
                                    List.of("a.pdf")))
                    .linked("issuer", "Organization:O" + i % 20));
        }
        ZonedDateTime first = ZonedDateTime.of(2022, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        for (int i = 0; i < 2_000; i++) {
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
                                    first.plusHours(i)))
                    .linked("answeringDocument", "Document:D" + i % 200)
                    .linked("handler", "Organization:O" + i % 20));
        }
        new TestGraph(MODEL).fresh().write(records).resampled();
        api = new TestApi(Map.of());
        api.profile(true);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the newest                        | 1 | 140   | { petitions { edges { cursor node { id subject } } pageInfo { hasNextPage endCursor } } }
            the newest of a state             | 1 | 140   | { petitions(where: {status: {eq: "OPEN"}}, orderBy: [{receivedAt: DESC}]) { edges { node { id subject } } } }
            those of a handler                | 1 | 200   | { petitions(where: {handler: {code: {eq: "O3"}}}) { edges { node { id subject } } } }
            one by its number                 | 1 | 40    | { petitions(where: {code: {eq: "P7"}}) { edges { node { id subject } } } }
            the neighbours of one             | 1 | 300   | { petition(source: "s", code: "P7") { related { link sector direction count records { id title } } } }
            those that a document answers     | 1 | 150   | { petitions(where: {answeringDocument: {documentId: {eq: "D3"}}}) { edges { node { id } } } }
            one with all that hangs on it     | 1 | 400   | { petition(source: "s", code: "P7") { subject handler { name documents(first: 5) { totalCount edges { node { number } } } } answeringDocument { number issuer { name } } } }
            a page with two links each        | 1 | 600   | { petitions { edges { node { id handler { name } answeringDocument { number } } } } }
            how many in each state            | 1 | 16000 | { petitionAggregate(by: [{status: VALUE}]) { count key { status { code } } } }
            how many of each handler          | 1 | 16000 | { petitionAggregate(by: [{handler: VALUE}]) { count key { handler { name } } } }
            by a field of a linked record     | 1 | 14000 | { petitions(orderBy: [{handler: {name: DESC}}], first: 5) { edges { cursor node { id handler { name } } } } }
            a way over a document             | 1 | 6000  | { path(from: "Petition:s/P7", to: "Petition:s/P207", sectors: [DOCUMENTS]) { length hops { type direction record { id title } } } }
            no way, to one that stands alone  | 1 | 6000  | { path(from: "Petition:s/P7", to: "Organization:O20", maxHops: 6) { length hops { record { id } } } }
            two roots                         | 2 | 300   | { petitions { edges { node { id } } } documents { edges { node { id } } } }
            where it comes from               | 1 | 40    | { petition(source: "s", code: "P7") { provenance { source } facts { field } history { kind } } }
            """)
    void costsWhatItMay(String name, int statements, long hits, String operation) {
        ExecutionGraphQlResponse answer = api.ask(operation);
        assertThat(answer.getErrors()).isEmpty();
        assertThat(api.statements()).as("statements").isEqualTo(statements);
        assertThat(api.databaseHits()).as("database hits").isBetween(1L, hits);
    }

    @Test
    void tellsTheWayOverWhatMayBeSeenOnly() {
        String way = """
                { path(from: "Petition:s/P7", to: "Petition:s/P207", maxHops: %d, sectors: [%s]) {
                    hops { type direction record { id title ... on Document { number issuer { name } } } } } }""";
        assertThat(api.ask(way.formatted(2, "DOCUMENTS")).field("path.hops").<List<Map<String, Object>>>getValue())
                .containsExactly(
                        Map.of(
                                "type",
                                "ANSWERED_BY",
                                "direction",
                                "OUT",
                                "record",
                                Map.of(
                                        "id",
                                        "Document:D7",
                                        "title",
                                        "Trả lời",
                                        "number",
                                        "7/TNMT",
                                        "issuer",
                                        Map.of("name", "Phòng 7"))),
                        Map.of(
                                "type",
                                "ANSWERED_BY",
                                "direction",
                                "IN",
                                "record",
                                Map.of("id", "Petition:s/P207", "title", "Đất 207")));
        assertThat(api.ask(way.formatted(1, "DOCUMENTS")).field("path").<Object>getValue())
                .isNull();
        assertThat(api.ask(way.formatted(6, "HEALTH")).field("path").<Object>getValue())
                .isNull();
        assertThat(api.ask(way.formatted(2, ""), Map.of(), List.of(), "public")
                        .field("path")
                        .<Object>getValue())
                .isNull();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            BAD_REQUEST     | { path(from: "Petition:s/P7", to: "Petition:s/P8", maxHops: 7) { length } }
            BAD_REQUEST     | { path(from: "Petition:s/P7", to: "Petition:s/P8", maxHops: 0) { length } }
            BAD_REQUEST     | { petitions(orderBy: [{handler: {parent: {parent: {parent: {name: ASC}}}}}]) { totalCount } }
            BAD_REQUEST     | { petitions(orderBy: [{handler: {name: ASC}}, {handler: {code: ASC}}, {place: {name: ASC}}, {place: {code: ASC}}]) { totalCount } }
            FORBIDDEN_FIELD | { dossiers(orderBy: [{applicant: {number: ASC}}]) { totalCount } }
            """)
    void isRefusedWithItsCode(String code, String operation) {
        assertThat(TestApi.code(api.ask(operation))).contains(code);
        assertThat(api.statements()).isZero();
    }

    @Test
    void everyFieldBelowTheRootsIsTrivialToFetch() {
        GraphQLSchema schema = api.bean(GraphQlSource.class).schema();
        List<String> dear = new ArrayList<>();
        schema.getAllTypesAsList().stream()
                .filter(t -> t instanceof GraphQLObjectType && !t.getName().startsWith("__"))
                .map(GraphQLObjectType.class::cast)
                .filter(object -> !List.of("Query", "Mutation", "Subscription").contains(object.getName()))
                .forEach(object -> object.getFieldDefinitions().forEach(field -> {
                    if (!(schema.getCodeRegistry().getDataFetcher(FieldCoordinates.coordinates(object, field), field)
                            instanceof TrivialDataFetcher<?>)) {
                        dear.add(object.getName() + "." + field.getName());
                    }
                }));
        assertThat(dear)
                .as("observed one by one, which costs six times as much")
                .isEmpty();
    }
}
