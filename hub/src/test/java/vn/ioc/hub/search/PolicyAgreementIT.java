// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.ioc.hub.access.Grant;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Subject;
import vn.ioc.hub.access.Visibility;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.graph.CursorSigner;
import vn.ioc.hub.graph.FieldOwner;
import vn.ioc.hub.graph.ReadObserver;
import vn.ioc.hub.graph.ReadSettings;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.Selection;
import vn.ioc.hub.graph.StatementRunner;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** The policy in Java, in Cypher and in Elasticsearch shows the same of 240 random records to random callers. */
final class PolicyAgreementIT {
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final List<String> AREAS = List.of("Area:n/1", "Area:n/2", "Area:n/3", "Area:n/4");
    private static final List<String> AUDIENCES = List.of("PUBLIC", "INTERNAL", "RESTRICTED");
    private static final Map<String, Subject> SUBJECTS = new TreeMap<>();
    private static SearchKit kit;
    private static RecordReader reader;

    @BeforeContainer
    static void write() throws Exception {
        Stores.wipe();
        kit = new SearchKit("policy");
        List<TestRecord> records = new ArrayList<>();
        Random random = new Random(4);
        List<RecordType> types = List.copyOf(MODEL.types());
        for (int i = 0; i < 240; i++) {
            RecordType type = types.get(i % types.size());
            String place = oneOf(AREAS, random);
            String now = oneOf(AREAS, random);
            String audience = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
            TestRecord record = TestRecord.of(type.name(), "k/" + i, Map.of(type.title(), "Hồ sơ " + i))
                    .at(place, now)
                    .forAudience(audience);
            records.add(record);
            SUBJECTS.put(record.uid(), new Subject(type.name(), type.sector(), audience, place, now));
            Map<String, Object> values = new LinkedHashMap<>(Map.of(
                    type.title(), "Hồ sơ " + i, "audience", audience, "date", LocalDate.of(2026, 1, 1)));
            Optional.ofNullable(place).ifPresent(p -> values.put("placeKey", p));
            Optional.ofNullable(now).ifPresent(p -> values.put("placeNowKey", p));
            kit.graph.put(type.name(), "k/" + i, values);
        }
        new TestGraph(MODEL).fresh().write(records);
        kit.settle();
        reader = new RecordReader(
                MODEL,
                area -> Set.of(),
                new CursorSigner(new byte[32]),
                new StatementRunner(Stores.driver(), ReadSettings.DEFAULTS, ReadObserver.NONE),
                ReadSettings.DEFAULTS,
                Clock.systemUTC(),
                FieldOwner.NONE);
    }

    @AfterContainer
    static void stop() throws Exception {
        kit.close();
    }

    @Property(tries = 150)
    void allThreeShowTheSame(@ForAll("rights") Rights rights) {
        Set<String> inJava = new TreeSet<>();
        SUBJECTS.forEach((uid, subject) -> {
            if (rights.sees(subject, MODEL)) {
                inJava.add(uid);
            }
        });
        Selection id = new Selection(
                "node",
                "node",
                Map.of(),
                Set.of(),
                List.of(new Selection(
                        "id", "id", Map.of(), MODEL.types().stream().map(RecordType::name).collect(java.util.stream.Collectors.toSet()), List.of())));
        assertThat(reader.byUid(List.copyOf(SUBJECTS.keySet()), id, rights).keySet())
                .as("in Cypher")
                .containsExactlyInAnyOrderElementsOf(inJava);
        Set<String> searched = new TreeSet<>(inJava);
        searched.removeIf(uid -> MODEL.type(SUBJECTS.get(uid).type()).personal().isPresent());
        SearchPage page = kit.search.search(
                new SearchRequest("", SearchWhere.ALL, List.of(), SUBJECTS.size(), Optional.empty(), true), rights);
        assertThat(page.hits().stream().map(SearchPage.Hit::uid))
                .as("in Elasticsearch")
                .containsExactlyInAnyOrderElementsOf(searched);
        assertThat(page.total()).hasValue(searched.size());
    }

    @Provide
    Arbitrary<Rights> rights() {
        Arbitrary<Grant> grant = Combinators.combine(
                        Arbitraries.of(MODEL.sectors()).set().ofMaxSize(3),
                        Arbitraries.of(AUDIENCES).set(),
                        Arbitraries.of(AREAS).set().optional(0.6))
                .as(Grant::new);
        return Combinators.combine(
                        grant.list().ofMaxSize(4),
                        Arbitraries.maps(
                                Arbitraries.of("CONTACT", "PERSON", "OFFICIAL"), Arbitraries.of(Visibility.class)))
                .as((grants, personal) -> new Rights(grants, personal, Set.of()));
    }

    private static @org.jspecify.annotations.Nullable String oneOf(List<String> values, Random random) {
        int chosen = random.nextInt(values.size() + 2);
        return chosen < values.size() ? values.get(chosen) : null;
    }
}
