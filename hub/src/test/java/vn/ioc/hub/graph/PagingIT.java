// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Pages through 10,500 petitions with ties and gaps, both ways, agree with a sort in memory. */
final class PagingIT {
    private static final int MANY = 10_500;
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final RecordType PETITION = MODEL.type("Petition");
    private static final Rights LEADER =
            new Policy(MODEL, code -> Set.of()).rightsOf(new Caller("i", "leader", Set.of("leader"), List.of()));
    private static final List<TestRecord> RECORDS = new ArrayList<>(
            IntStream.range(0, MANY).mapToObj(PagingIT::petition).toList());
    private static final RecordReader READER = new RecordReader(
            MODEL,
            area -> Set.of(),
            new CursorSigner(new byte[32]),
            new StatementRunner(Stores.driver(), ReadSettings.DEFAULTS, ReadObserver.NONE),
            ReadSettings.DEFAULTS,
            Clock.systemUTC(),
            FieldOwner.NONE);

    @BeforeContainer
    static void write() {
        new TestGraph(MODEL).fresh().write(RECORDS).resampled();
    }

    /** Of ties 15 and more wide; every third has no {@code dueOn}. About 100 are in each category. */
    private static TestRecord petition(int i) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(
                "code",
                "P" + i,
                "subject",
                "Đất " + i % 7,
                "kind",
                "PROPOSAL",
                "status",
                i % 5 < 2 ? "OPEN" : "SOLVED",
                "category",
                "C" + i % 97,
                "receivedAt",
                ZonedDateTime.of(2022, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).plusHours(i * 31L % 700)));
        if (i % 3 > 0) {
            values.put("dueOn", LocalDate.of(2022, 1, 1).plusDays(i * 17L % 50));
        }
        if (i % 4 > 0) {
            values.put("daysToAnswer", i * 13L % 9);
        }
        return TestRecord.of("Petition", "s/P" + i, values);
    }

    @Example
    void pastTenThousandThroughTies() {
        walks(Map.of(), List.of(Map.of("receivedAt", "DESC")), 100, false);
        walks(Map.of(), List.of(Map.of("receivedAt", "ASC")), 100, true);
    }

    @Example
    void pastTenThousandThroughMissingValues() {
        walks(Map.of(), List.of(Map.of("dueOn", "ASC")), 100, false);
        walks(Map.of(), List.of(Map.of("dueOn", "DESC")), 100, true);
    }

    @Example
    void thousandsThroughTheIndexOfAFilterAndAnOrder() {
        walks(Map.of("status", Map.of("eq", "OPEN")), List.of(Map.of("receivedAt", "DESC")), 100, false);
        walks(Map.of("status", Map.of("eq", "OPEN")), List.of(Map.of("receivedAt", "DESC")), 100, true);
    }

    @Example
    void anOrderWithoutIndexIsRefusedPastItsLimit() {
        assertThatThrownBy(() ->
                        page(Map.of(), List.of(Map.of("subject", "ASC"), Map.of("dueOn", "DESC")), 10, false, null))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.reason()).isEqualTo(GraphException.Reason.LIMIT_SORT));
    }

    @Provide
    Arbitrary<List<Map<String, String>>> orders() {
        Arbitrary<Map<String, String>> one = Combinators.combine(
                        Arbitraries.of("receivedAt", "dueOn", "daysToAnswer", "subject", "status", "title", "date"),
                        Arbitraries.of("ASC", "DESC"))
                .as(Map::of);
        return one.list().ofMinSize(1).ofMaxSize(3);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void anyOrderBothWaysAgreesWithASort(
            @ForAll("orders") List<Map<String, String>> order,
            @ForAll @IntRange(min = 0, max = 96) int category,
            @ForAll @IntRange(min = 9, max = 60) int size,
            @ForAll boolean backward) {
        walks(Map.of("category", Map.of("eq", "C" + category)), order, size, backward);
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void recordsThatComeMeanwhileMoveNone(
            @ForAll("orders") List<Map<String, String>> order,
            @ForAll @IntRange(min = 0, max = 96) int category,
            @ForAll boolean backward,
            @ForAll long seed) {
        Map<String, Object> where = Map.of("category", Map.of("eq", "C" + category));
        List<String> before = expected(where, order);
        Random random = new Random(seed);
        List<String> walked = walk(where, order, 20, backward, () -> {
            int i = RECORDS.size() + 97 - RECORDS.size() % 97 + category + 97 * random.nextInt(50);
            TestRecord late = petition(i);
            if (RECORDS.stream().noneMatch(r -> r.uid().equals(late.uid()))) {
                RECORDS.add(late);
                new TestGraph(MODEL).write(List.of(late));
            }
        });
        assertThat(walked).doesNotHaveDuplicates().containsSubsequence(before);
        assertThat(expected(where, order)).containsSubsequence(walked);
    }

    private static void walks(Map<String, Object> where, List<Map<String, String>> order, int size, boolean backward) {
        assertThat(walk(where, order, size, backward, () -> {})).isEqualTo(expected(where, order));
    }

    /** uids in the list's order, read page by page. @param between is done after each page */
    private static List<String> walk(
            Map<String, Object> where, List<Map<String, String>> order, int size, boolean backward, Runnable between) {
        List<String> walked = new ArrayList<>();
        Object cursor = null;
        boolean more = true;
        while (more) {
            Row page = page(where, order, size, backward, cursor);
            List<String> uids = Ask.nodes(page).stream()
                    .map(n -> String.valueOf(n.get("id")))
                    .toList();
            walked.addAll(backward ? uids.reversed() : uids);
            Row info = (Row) page.get("pageInfo");
            cursor = info.get(backward ? "startCursor" : "endCursor");
            more = Boolean.TRUE.equals(info.get(backward ? "hasPreviousPage" : "hasNextPage"));
            between.run();
        }
        if (backward) {
            Collections.reverse(walked);
        }
        return walked;
    }

    private static Row page(
            Map<String, Object> where,
            List<Map<String, String>> order,
            int size,
            boolean backward,
            @Nullable Object cursor) {
        Map<String, Object> arguments = new LinkedHashMap<>(Map.of("where", where, "orderBy", order));
        arguments.put(backward ? "last" : "first", size);
        if (cursor != null) {
            arguments.put(backward ? "before" : "after", cursor);
        }
        return READER.list(
                PETITION,
                Ask.field(
                        "petitions",
                        arguments,
                        Ask.field("edges", Ask.field("node", Ask.field("id"))),
                        Ask.field(
                                "pageInfo", Ask.fields("hasNextPage", "hasPreviousPage", "startCursor", "endCursor"))),
                LEADER);
    }

    private static List<String> expected(Map<String, Object> where, List<Map<String, String>> order) {
        Selection field = Ask.field("petitions", Map.of("where", where, "orderBy", order));
        return new ObviousReader(MODEL, RECORDS, List.of(), Map.of(), LEADER).uids(PETITION, field);
    }
}
