// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Value;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

final class RecordReaderIT {
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final Rights LEADER =
            new Policy(MODEL, code -> Set.of()).rightsOf(new Caller("i", "leader", Set.of("leader"), List.of()));
    private static final List<String> STATEMENTS = new ArrayList<>();
    private static RecordReader reader;

    @BeforeAll
    static void write() {
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
                                List.of()))
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
        new TestGraph(MODEL).fresh().write(records).resampled();
        reader = new RecordReader(
                MODEL,
                area -> Set.of(),
                new CursorSigner(new byte[32]),
                new StatementRunner(Stores.driver(), ReadSettings.DEFAULTS, new ReadObserver() {
                    @Override
                    public boolean profiles() {
                        return true;
                    }

                    @Override
                    public void ran(String statement, long databaseHits) {
                        STATEMENTS.add(statement);
                    }
                }),
                ReadSettings.DEFAULTS,
                java.time.Clock.systemUTC(),
                FieldOwner.NONE);
    }

    @Test
    void readsAPageWithItsNeighbours() {
        Row page = reader.list(
                MODEL.type("Petition"),
                Ask.page(
                        "petitions",
                        Map.of("where", Map.of("status", Map.of("eq", "OPEN")), "first", 3),
                        Ask.field("id"),
                        Ask.field("status"),
                        Ask.field(
                                "handler",
                                Ask.field("name"),
                                Ask.page(
                                        "documents",
                                        Map.of("first", 2),
                                        Ask.field("number"),
                                        Ask.field("place", Ask.field("name")))),
                        Ask.field(
                                "answeringDocument",
                                Ask.page("answeredPetitions", Map.of("first", 2), Ask.field("code")))),
                LEADER);
        assertThat(page.get("totalCount")).isEqualTo(10);
        assertThat(Ask.nodes(page)).hasSize(3);
        for (Map<String, Object> where : List.<Map<String, Object>>of(
                Map.of("handler", Map.of("code", Map.of("eq", "O1"))),
                Map.of("answeringDocument", Map.of("documentId", Map.of("eq", "D1"))),
                Map.of("not", Map.of("answeringDocument", Map.of("number", Map.of("eq", "D1")))),
                Map.of("dueOn", Map.of("isNull", true)))) {
            reader.list(
                    MODEL.type("Petition"),
                    Ask.page(
                            "petitions",
                            Map.of("where", where, "orderBy", List.of(Map.of("receivedAt", "DESC"))),
                            Ask.field("id")),
                    LEADER);
            reader.list(
                    MODEL.type("Petition"),
                    Ask.page(
                            "petitions",
                            Map.of("where", where, "orderBy", List.of(Map.of("dueOn", "ASC"))),
                            Ask.field("id")),
                    LEADER);
            reader.list(
                    MODEL.type("Petition"),
                    Ask.page(
                            "petitions",
                            Map.of("where", where, "orderBy", List.of(Map.of("rating", "ASC"))),
                            Ask.field("id")),
                    LEADER);
        }
        assertThat(reader.one("Petition:s/P1", Ask.field("node", Ask.fields("id", "title", "kind", "sender")), LEADER))
                .isPresent();
    }

    @Test
    void everyOrderThatIsReadFromAnIndexHasThatIndex() {
        Set<List<String>> indexes = Stores.driver()
                .executableQuery("SHOW INDEXES YIELD type, labelsOrTypes, properties WHERE type = 'RANGE' RETURN *")
                .execute()
                .records()
                .stream()
                .map(row -> Stream.of(row.get("labelsOrTypes"), row.get("properties"))
                        .flatMap(list -> list.asList(Value::asString).stream())
                        .toList())
                .collect(Collectors.toSet());
        for (RecordType type : MODEL.types()) {
            for (List<String> order : RecordIndexes.orders(type)) {
                List<String> index = Stream.of(List.of(type.name()), order, List.of("uid"))
                        .flatMap(List::stream)
                        .toList();
                assertThat(indexes).contains(index);
            }
        }
    }
}
