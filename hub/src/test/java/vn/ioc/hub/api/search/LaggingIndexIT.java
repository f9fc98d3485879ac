// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlResponse;
import vn.ioc.hub.api.TestApi;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.graph.Neo4jIndexSource;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.hub.search.MemoryGraph;
import vn.ioc.hub.search.SearchKit;
import vn.ioc.hub.search.SearchService;
import vn.ioc.hub.search.index.IndexDefinition;
import vn.ioc.hub.search.index.IndexStore;
import vn.ioc.hub.search.index.Indexer;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.schema.RecordModel;

/** The graph has moved on and the index has not: nobody sees more than the graph grants. */
final class LaggingIndexIT {
    private static final String ALIAS = "lagging";
    private static final String OFFICE = "Area:old/1";
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final SearchModel SEARCHED = new SearchModel(MODEL, SearchKit.AUDIENCES);
    private static final String SEARCH = """
            { search(query: "lâm nghiệp", facets: [STATUS]) {
                totalCount facets { values { value count } }
                edges { node { id } highlights { fragments } } }
              suggest(prefix: "đất lâm") { record { id } } }
            """;

    private static TestApi api;

    @BeforeAll
    static void start() throws Exception {
        Stores.wipe();
        List<TestRecord> records = IntStream.range(0, 4)
                .mapToObj(i -> TestRecord.of(
                                "Petition",
                                "s/P" + i,
                                Map.of(
                                        "code",
                                        "P" + i,
                                        "subject",
                                        "Đất lâm nghiệp " + i,
                                        "kind",
                                        "PROPOSAL",
                                        "status",
                                        "OPEN",
                                        "receivedAt",
                                        ZonedDateTime.of(2026, 1, 1 + i, 0, 0, 0, 0, ZoneOffset.UTC)))
                        .at(i == 3 ? "Area:old/2" : OFFICE, null))
                .collect(Collectors.toCollection(ArrayList::new));
        records.addAll(landslide());
        new TestGraph(MODEL).fresh().write(records);
        try (Indexer indexer = new Indexer(
                new MemoryGraph(MODEL),
                new Neo4jIndexSource(Stores.driver(), SEARCHED),
                new IndexStore(Stores.elasticsearchClient(), ALIAS, new IndexDefinition(SEARCHED)),
                SEARCHED,
                new SimpleMeterRegistry())) {
            indexer.start();
            indexer.rebuild((done, total) -> {}).get(SearchKit.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        api = new TestApi(Map.of("1", Set.of(OFFICE)), List.of(Wiring.class), List.of());
    }

    /** Records of two types with one status, at an area that is no more. */
    private static List<TestRecord> landslide() {
        TestRecord petition = TestRecord.of(
                "Petition",
                "s/P9",
                Map.of(
                        "code",
                        "P9",
                        "subject",
                        "Đường sạt lở",
                        "kind",
                        "PROPOSAL",
                        "status",
                        "OF_LIST",
                        "receivedAt",
                        ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
        TestRecord camera =
                TestRecord.of("Camera", "s/C9", Map.of("code", "C9", "name", "Camera sạt lở", "status", "OF_LIST"));
        TestRecord area = TestRecord.of(
                "Area",
                "old/3",
                Map.of(
                        "scheme",
                        "old",
                        "code",
                        "3",
                        "level",
                        "commune",
                        "name",
                        "Trà Tân",
                        "fullName",
                        "Xã Trà Tân",
                        "validTo",
                        LocalDate.of(2025, 6, 30)));
        TestRecord office = TestRecord.of("Organization", "O9", Map.of("code", "O9", "name", "Phòng Nông nghiệp"));
        return List.of(
                petition.linked("handler", office.uid()).at(area.uid(), null),
                camera.at(area.uid(), null),
                area,
                office);
    }

    @Test
    void valuesOfFacetsAreCalledAsPeopleCallThem() {
        assertThat(labels("TYPE", "VI")).containsExactlyInAnyOrder("Phản ánh, kiến nghị, góp ý", "Camera giám sát");
        assertThat(labels("TYPE", "EN")).containsExactlyInAnyOrder("Citizen's petition", "Camera of the district");
        assertThat(labels("SECTOR", "VI")).containsExactlyInAnyOrder("Phản ánh, kiến nghị", "Camera giám sát");
        assertThat(labels("SECTOR", "EN")).containsExactlyInAnyOrder("Citizens' petitions", "Cameras");
        assertThat(labels("PLACE", "VI")).containsExactly("Xã Trà Tân (đến 30/6/2025)");
        assertThat(labels("PLACE", "EN")).containsExactly("Xã Trà Tân (until 30/6/2025)");
        assertThat(labels("ORGANIZATION", "VI")).containsExactly("Phòng Nông nghiệp");
        assertThat(labels("STATUS", "VI"))
                .as("one code of two lists is called what either calls it")
                .containsExactly("camera_status / petition_status");
        assertThat(labels("KIND", "VI")).as("a code that no list knows").containsExactly("PROPOSAL");
    }

    private static List<Object> labels(String facet, String language) {
        String document =
                "{ search(query: \"sạt lở\", facets: [%s]) { facets { values { value label(lang: %s) count } } edges { node { id } } } }"
                        .formatted(facet, language);
        ExecutionGraphQlResponse answer = api.ask(document, Map.of(), List.of(), "leader");
        assertThat(answer.getErrors()).isEmpty();
        assertThat(api.statements())
                .as("of the hits, and of the records that are counted by")
                .isEqualTo(facet.equals("PLACE") || facet.equals("ORGANIZATION") ? 2 : 1);
        return all(answer.field("search.facets").getValue(), "label");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void hitsHighlightsAndSuggestionsAreThoseThatTheGraphStillGrants() {
        assertThat(shown("officer")).isEqualTo(Set.of("Petition:s/P0", "Petition:s/P1", "Petition:s/P2"));
        ExecutionGraphQlResponse before = ask("officer");
        assertThat(before.field("search.totalCount").<Integer>getValue()).isEqualTo(3);
        assertThat(before.field("search.facets").<Object>getValue())
                .isEqualTo(List.of(Map.of("values", List.of(Map.of("value", "OPEN", "count", 3)))));

        change("SET n.audience = 'RESTRICTED'", "Petition:s/P0");
        change("SET n.placeKey = 'Area:old/2'", "Petition:s/P1");

        assertThat(shown("officer")).isEqualTo(Set.of("Petition:s/P2"));
        assertThat(shown("leader"))
                .isEqualTo(Set.of("Petition:s/P0", "Petition:s/P1", "Petition:s/P2", "Petition:s/P3"));

        change("REMOVE n:Petition", "Petition:s/P3");
        assertThat(shown("leader")).isEqualTo(Set.of("Petition:s/P0", "Petition:s/P1", "Petition:s/P2"));
    }

    /** uids of hits, each with its highlight, which are those of suggestions. */
    private static Set<Object> shown(String role) {
        ExecutionGraphQlResponse answer = ask(role);
        assertThat(answer.getErrors()).isEmpty();
        List<Object> hits = all(answer.field("search.edges").getValue(), "id");
        assertThat(all(answer.field("search.edges").getValue(), "fragments")).hasSameSizeAs(hits);
        List<Object> suggestions = all(answer.field("suggest").getValue(), "id");
        assertThat(suggestions).hasSameElementsAs(hits);
        return Set.copyOf(hits);
    }

    /** What stands under a key, however deep. */
    private static List<Object> all(Object tree, String key) {
        return switch (tree) {
            case Map<?, ?> map ->
                map.containsKey(key)
                        ? List.of(map.get(key))
                        : map.values().stream()
                                .flatMap(v -> all(v, key).stream())
                                .toList();
            case List<?> list ->
                list.stream().flatMap(v -> all(v, key).stream()).toList();
            default -> List.of();
        };
    }

    private static ExecutionGraphQlResponse ask(String role) {
        return api.ask(SEARCH, Map.of(), List.of("1"), role);
    }

    private static void change(String how, String uid) {
        Stores.driver()
                .executableQuery("MATCH (n:Entity {uid: $uid}) " + how)
                .withParameters(Map.of("uid", uid))
                .execute();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({SearchController.class, SearchProblems.class})
    static class Wiring {
        @Bean
        SearchService searchService() {
            return new SearchService(
                    Stores.elasticsearchClient(),
                    ALIAS,
                    SearchKit.PATIENCE,
                    SEARCHED,
                    new SecretKeySpec("key of the tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
