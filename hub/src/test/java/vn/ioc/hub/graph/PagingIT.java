// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.schema.RecordModel;

/** Pages through orders with ties and missing values, both ways, and past 10,000 records. */
final class PagingIT {
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final Rights LEADER =
            new Policy(MODEL, code -> Set.of()).rightsOf(new Caller("i", "leader", Set.of("leader"), List.of()));
    private static final int MANY = 10_400;
    private static final int FEW = 61;
    private static final List<Long> HITS = new ArrayList<>();
    private static boolean profiles;
    private static TestGraph graph;
    private static RecordReader reader;

    @BeforeAll
    static void write() {
        Random random = new Random(1);
        List<TestRecord> records = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            records.add(petition("P" + i, i < FEW ? "FEW" : "MANY", random));
        }
        graph = new TestGraph(MODEL).fresh().write(records).resampled();
        reader = new RecordReader(
                MODEL,
                area -> Set.of(),
                new CursorSigner(new byte[32]),
                new StatementRunner(Stores.driver(), ReadSettings.DEFAULTS, new ReadObserver() {
                    @Override
                    public boolean profiles() {
                        return profiles;
                    }

                    @Override
                    public void ran(String statement, long databaseHits) {
                        HITS.add(databaseHits);
                    }
                }),
                ReadSettings.DEFAULTS,
                Clock.systemUTC(),
                FieldOwner.NONE);
    }

    private static TestRecord petition(String code, String status, Random random) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(
                "code",
                code,
                "subject",
                "Đường số " + random.nextInt(5),
                "kind",
                "PROPOSAL",
                "status",
                status,
                "receivedAt",
                ZonedDateTime.of(2022, 1, 1 + random.nextInt(28), 0, 0, 0, 0, ZoneOffset.UTC)));
        if (random.nextInt(3) > 0) {
            values.put("dueOn", LocalDate.of(2022, 3, 1 + random.nextInt(5)));
        }
        if (random.nextBoolean()) {
            values.put("rating", (long) random.nextInt(5));
        }
        return TestRecord.of("Petition", "s/" + code, values);
    }

    @Test
    void everyOrderMeetsEachRecordOnceBothWays() {
        List<List<Map<String, String>>> orders = List.of(
                List.of(Map.of("receivedAt", "DESC")),
                List.of(Map.of("dueOn", "ASC")),
                List.of(Map.of("dueOn", "DESC")),
                List.of(Map.of("rating", "ASC")),
                List.of(Map.of("rating", "DESC"), Map.of("dueOn", "ASC"), Map.of("title", "DESC")),
                List.of(Map.of("status", "ASC"), Map.of("receivedAt", "ASC")));
        for (List<Map<String, String>> order : orders) {
            for (int size : new int[] {7, 60}) {
                Map<String, Object> few = Map.of("status", Map.of("eq", "FEW"));
                List<String> forward = walk(few, order, size, false, FEW);
                assertThat(forward)
                        .as("forward by %s, %d a page", order, size)
                        .hasSize(FEW)
                        .doesNotHaveDuplicates();
                assertThat(walk(few, order, size, true, FEW).reversed())
                        .as("backward by %s, %d a page", order, size)
                        .isEqualTo(forward);
            }
        }
    }

    @Test
    void aListOfMoreThanTenThousandIsReadToItsEndAtTheSameCost() {
        for (String order : List.of("receivedAt", "dueOn")) {
            HITS.clear();
            profiles = true;
            List<String> all = walk(Map.of(), List.of(Map.of(order, "ASC")), 100, false, -1);
            profiles = false;
            assertThat(all).hasSize(MANY).doesNotHaveDuplicates();
            assertThat(HITS.stream().mapToLong(h -> h).max().orElseThrow())
                    .as("hits of the dearest page by %s, of %d pages", order, HITS.size())
                    .isLessThan(3 * HITS.getFirst());
            assertThat(walk(Map.of(), List.of(Map.of(order, "ASC")), 100, true, -1)
                            .reversed())
                    .isEqualTo(all);
        }
    }

    @Test
    void aSortWithoutIndexIsRefusedWhenTooMuchMatches() {
        assertThatThrownBy(() -> page(Map.of(), List.of(Map.of("rating", "ASC")), "first", 5, null, false))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.reason()).isEqualTo(GraphException.Reason.LIMIT_SORT));
    }

    @Test
    void cursorsHoldTheirPlaceWhenRecordsArrive() {
        Map<String, Object> where = Map.of("status", Map.of("eq", "GROWING"));
        List<Map<String, String>> order = List.of(Map.of("receivedAt", "DESC"));
        Random random = new Random(2);
        List<TestRecord> first = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            first.add(petition("G" + i, "GROWING", random));
        }
        graph.write(first);
        Row before = page(where, order, "first", 4, null, false);
        List<String> seen = new ArrayList<>(ids(before));
        List<TestRecord> later = new ArrayList<>();
        for (int i = 10; i < 20; i++) {
            later.add(petition("G" + i, "GROWING", random));
        }
        graph.write(later);
        String cursor = end(before, "endCursor");
        while (cursor != null) {
            Row next = page(where, order, "first", 4, cursor, false);
            seen.addAll(ids(next));
            cursor = end(next, "endCursor");
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .as("all that were there at first")
                .containsAll(first.stream().map(TestRecord::uid).toList());
    }

    @Test
    void cursorsAreOpaqueAndOfOneListOnly() {
        List<Map<String, String>> order = List.of(Map.of("receivedAt", "DESC"));
        Map<String, Object> few = Map.of("status", Map.of("eq", "FEW"));
        String cursor = end(page(few, order, "first", 3, null, false), "endCursor");
        assertThat(cursor).isNotNull().doesNotContain("Petition", "2022");
        String bytes = cursor;
        char changed = bytes.charAt(bytes.length() / 2) == 'A' ? 'B' : 'A';
        String forged = bytes.substring(0, bytes.length() / 2) + changed + bytes.substring(bytes.length() / 2 + 1);
        refused(few, order, forged);
        refused(few, order, "x");
        refused(few, List.of(Map.of("receivedAt", "ASC")), cursor);
        refused(Map.of("status", Map.of("eq", "MANY")), order, cursor);
    }

    private static void refused(Map<String, Object> where, List<Map<String, String>> order, String cursor) {
        assertThatThrownBy(() -> page(where, order, "first", 3, cursor, false))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.reason()).isEqualTo(GraphException.Reason.BAD_REQUEST));
    }

    /** All ids, page by page. @param count of all, on every page; -1 = not asked */
    private static List<String> walk(
            Map<String, Object> where, List<Map<String, String>> order, int size, boolean backward, int count) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Row page = page(where, order, backward ? "last" : "first", size, cursor, count >= 0);
            List<String> of = ids(page);
            ids.addAll(backward ? of.reversed() : of);
            if (count >= 0) {
                assertThat(page.get("totalCount")).isEqualTo(count);
            }
            Row info = (Row) page.get("pageInfo");
            boolean more = Boolean.TRUE.equals(info.get(backward ? "hasPreviousPage" : "hasNextPage"));
            cursor = more ? end(page, backward ? "startCursor" : "endCursor") : null;
        } while (cursor != null);
        return ids;
    }

    private static Row page(
            Map<String, Object> where,
            List<Map<String, String>> order,
            String end,
            int size,
            @Nullable String cursor,
            boolean counted) {
        Map<String, Object> arguments = new LinkedHashMap<>(Map.of("where", where, "orderBy", order, end, size));
        if (cursor != null) {
            arguments.put(end.equals("last") ? "before" : "after", cursor);
        }
        List<Selection> fields = new ArrayList<>(List.of(
                Ask.field("edges", Ask.field("node", Ask.field("id"))),
                Ask.field("pageInfo", Ask.fields("hasNextPage", "hasPreviousPage", "startCursor", "endCursor"))));
        if (counted) {
            fields.add(Ask.field("totalCount"));
        }
        return reader.list(
                MODEL.type("Petition"),
                Ask.field("petitions", arguments, fields.toArray(Selection[]::new)),
                LEADER);
    }

    private static List<String> ids(Row page) {
        return Ask.nodes(page).stream().map(n -> String.valueOf(n.get("id"))).toList();
    }

    private static @Nullable String end(Row page, String cursor) {
        return (String) ((Row) page.get("pageInfo")).get(cursor);
    }
}
