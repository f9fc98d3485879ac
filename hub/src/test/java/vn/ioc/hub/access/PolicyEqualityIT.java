// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.graph.Ask;
import vn.ioc.hub.graph.CursorSigner;
import vn.ioc.hub.graph.FieldOwner;
import vn.ioc.hub.graph.GeneratedRecords;
import vn.ioc.hub.graph.Neo4jIndexSource;
import vn.ioc.hub.graph.ReadObserver;
import vn.ioc.hub.graph.ReadSettings;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.Row;
import vn.ioc.hub.graph.StatementRunner;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.hub.search.MemoryGraph;
import vn.ioc.hub.search.SearchKit;
import vn.ioc.hub.search.SearchPage;
import vn.ioc.hub.search.SearchRequest;
import vn.ioc.hub.search.SearchService;
import vn.ioc.hub.search.SearchWhere;
import vn.ioc.hub.search.index.IndexDefinition;
import vn.ioc.hub.search.index.IndexStore;
import vn.ioc.hub.search.index.Indexer;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** One policy, three evaluations: in Java, in the real graph and in the real index, on every path that reads. */
final class PolicyEqualityIT {
    private static final String ALIAS = "policy";
    private static final int EACH = 12;
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final SearchModel SEARCHED = new SearchModel(MODEL, SearchKit.AUDIENCES);
    private static final GeneratedRecords GENERATED = new GeneratedRecords(MODEL, EACH, 20260630);
    private static final List<TestRecord> RECORDS = GENERATED.records();
    private static final Map<String, Set<String>> COVERS = GENERATED.covers();
    private static final Policy POLICY = new Policy(MODEL, code -> COVERS.getOrDefault(code, Set.of()));

    private static final Indexer INDEXER = new Indexer(
            new MemoryGraph(MODEL),
            new Neo4jIndexSource(Stores.driver(), SEARCHED),
            new IndexStore(Stores.elasticsearchClient(), ALIAS, new IndexDefinition(SEARCHED)),
            SEARCHED,
            new SimpleMeterRegistry());
    private static final SearchService SEARCH = new SearchService(
            Stores.elasticsearchClient(),
            ALIAS,
            SearchKit.PATIENCE,
            SEARCHED,
            new SecretKeySpec("key of the tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    private static final RecordReader READER = new RecordReader(
            MODEL,
            area -> COVERS.getOrDefault(area, Set.of()),
            new CursorSigner(new byte[32]),
            new StatementRunner(Stores.driver(), ReadSettings.DEFAULTS, ReadObserver.NONE),
            ReadSettings.DEFAULTS,
            Clock.systemUTC(),
            FieldOwner.NONE);

    @BeforeContainer
    static void write() throws Exception {
        Stores.wipe();
        new TestGraph(MODEL).fresh().write(RECORDS).covers(COVERS);
        INDEXER.start();
        INDEXER.rebuild((done, total) -> {}).get(SearchKit.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterContainer
    static void stop() {
        INDEXER.close();
    }

    @Provide
    Arbitrary<Caller> callers() {
        Arbitrary<Set<String>> roles = Arbitraries.of(
                        "leader", "officer", "health-officer", "integrator", "auditor", "public", "root")
                .set()
                .ofMaxSize(3);
        Arbitrary<List<String>> areas = Arbitraries.of(
                        Stream.concat(COVERS.keySet().stream(), Stream.of("Area:unknown"))
                                .toList())
                .list()
                .ofMaxSize(3);
        return Combinators.combine(roles, areas).as((r, a) -> new Caller("i", "s", r, a));
    }

    @Provide
    Arbitrary<RecordType> types() {
        return Arbitraries.of(List.copyOf(MODEL.types()));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void javaGraphAndIndexShowTheSameOnEveryPath(
            @ForAll("callers") Caller caller, @ForAll("types") RecordType type, @ForAll boolean typed) {
        Rights rights = POLICY.rightsOf(caller);
        Set<String> seen = uids(r -> rights.sees(subject(r), MODEL));
        Set<String> ofType = uids(r -> seen.contains(r.uid()) && r.type().equals(type.name()));

        assertThat(READER.byUid(uids(r -> true).stream().toList(), Ask.field("node", Ask.field("id")), rights)
                        .keySet())
                .as("by id")
                .isEqualTo(seen);
        listed(type, rights, ofType);
        neighbours(rights, seen);
        searched(rights, uids(r -> seen.contains(r.uid()) && SEARCHED.holds(r.type())), typed);
    }

    private static void listed(RecordType type, Rights rights, Set<String> expected) {
        Row page = READER.list(type, Ask.page(type.plural(), Map.of("first", 100), Ask.field("id")), rights);
        assertThat(ids(page)).as("list").isEqualTo(expected);
        assertThat(page.get("totalCount")).as("count").isEqualTo(expected.size());
        List<Row> groups = READER.aggregate(type, Ask.field("aggregate", Ask.field("count")), rights);
        assertThat(groups).extracting(g -> g.get("count")).as("aggregate").containsExactly(expected.size());
    }

    /** Petitions below their areas, and the areas of petitions. */
    private static void neighbours(Rights rights, Set<String> seen) {
        Row page = READER.list(
                MODEL.type(RecordModel.AREA),
                Ask.page(
                        "areas",
                        Map.of("first", EACH),
                        Ask.field("id"),
                        Ask.page(
                                "petitions",
                                Map.of("first", EACH),
                                Ask.field("id"),
                                Ask.field("place", Ask.field("id")))),
                rights);
        for (Row area : Ask.nodes(page)) {
            Row petitions = (Row) area.get("petitions");
            Set<String> covered = COVERS.getOrDefault(area.get("id"), Set.of());
            Set<String> expected = uids(r -> r.type().equals("Petition")
                    && seen.contains(r.uid())
                    && (r.place() != null && covered.contains(r.place())
                            || r.placeNow() != null && covered.contains(r.placeNow())));
            assertThat(ids(petitions)).as("records of an area").isEqualTo(expected);
            assertThat(petitions.get("totalCount")).isEqualTo(expected.size());
            for (Row petition : Ask.nodes(petitions)) {
                assertThat(petition.get("place"))
                        .as("a hidden area is none")
                        .satisfies(p -> assertThat(p == null || seen.contains(((Row) p).get("id")))
                                .isTrue());
            }
        }
    }

    /** @param typed a word that every title has, or no word */
    private static void searched(Rights rights, Set<String> expected, boolean typed) {
        List<SearchWhere.Attribute> facets = List.of(SearchWhere.Attribute.TYPE, SearchWhere.Attribute.PLACE);
        SearchPage page = SEARCH.search(
                new SearchRequest(
                        typed ? GeneratedRecords.TITLE : "",
                        SearchWhere.ALL,
                        facets,
                        RECORDS.size(),
                        Optional.empty(),
                        true),
                rights);
        assertThat(page.hits()).extracting(SearchPage.Hit::uid).as("hits").hasSameElementsAs(expected);
        assertThat(page.total()).as("count of hits").hasValue(expected.size());
        assertThat(counts(page.facets().getFirst())).as("facet of types").isEqualTo(count(expected, TestRecord::type));
        assertThat(counts(page.facets().getLast())).as("facet of places").isEqualTo(count(expected, TestRecord::place));
        assertThat(new TreeSet<>(SEARCH.suggest("ho s", Set.of(), RECORDS.size(), rights)))
                .as("suggestions")
                .isEqualTo(expected);
    }

    private static Map<String, Long> counts(SearchPage.Facet facet) {
        return facet.values().stream().collect(Collectors.toMap(SearchPage.Count::value, SearchPage.Count::count));
    }

    private static Map<String, Long> count(Set<String> uids, Function<TestRecord, String> by) {
        return RECORDS.stream()
                .filter(r -> uids.contains(r.uid()) && by.apply(r) != null)
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static Set<String> ids(Row connection) {
        return Ask.nodes(connection).stream()
                .map(n -> String.valueOf(n.get("id")))
                .collect(Collectors.toSet());
    }

    private static Set<String> uids(java.util.function.Predicate<TestRecord> such) {
        return RECORDS.stream().filter(such).map(TestRecord::uid).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Subject subject(TestRecord r) {
        return new Subject(r.type(), MODEL.type(r.type()).sector(), r.audience(), r.place(), r.placeNow());
    }
}
