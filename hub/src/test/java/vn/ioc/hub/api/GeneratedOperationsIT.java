// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.ExecutionGraphQlResponse;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * Random valid operations for random callers answer what looking at every record answers: filters, orders, pages, counts,
 * neighbours and groups. {@code -Dioc.operations=1000} asks more of them; {@code -Dioc.seed} others.
 */
final class GeneratedOperationsIT {
    private static final int COUNT = Integer.getInteger("ioc.operations", 300);
    private static final long SEED = Long.getLong("ioc.seed", 20260630);
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final Set<String> TYPES = Set.of("Petition", "Document", "Organization");
    private static final Map<String, Set<String>> COVERS =
            Map.of("1", Set.of("Area:n/1"), "2", Set.of("Area:n/2", "Area:n/3"), "9", Set.of());
    private static final List<String> AUDIENCES = List.of("PUBLIC", "INTERNAL", "RESTRICTED");
    private static final List<TestRecord> RECORDS = new ArrayList<>();
    private static Oracle oracle;
    private static TestApi api;

    @BeforeAll
    static void start() {
        Random random = new Random(3);
        for (int i = 0; i < 8; i++) {
            add(random, "Organization", "O" + i, new LinkedHashMap<>(Map.of("code", "O" + i, "name", words(random))));
        }
        for (int i = 0; i < 40; i++) {
            Map<String, Object> values = new LinkedHashMap<>(Map.of(
                    "documentId", "D" + i,
                    "number", i % 7 + "/TNMT",
                    "subject", words(random),
                    "issuedOn", LocalDate.of(2022, 1, 1 + random.nextInt(9)),
                    "signed", random.nextBoolean(),
                    "electronic", random.nextBoolean(),
                    "attachments", random.nextBoolean() ? List.of() : List.of("a.pdf", i % 3 + ".pdf")));
            maybe(random, values, "documentType", i % 2 == 0 ? "Công văn" : "Quyết định");
            maybe(random, values, "pages", (long) random.nextInt(4));
            TestRecord document = add(random, "Document", "D" + i, values);
            link(random, document, "issuer", "Organization:O" + random.nextInt(8));
            link(random, RECORDS.getLast(), "respondsTo", "Document:D" + random.nextInt(40));
        }
        for (int i = 0; i < 120; i++) {
            Map<String, Object> values = new LinkedHashMap<>(Map.of(
                    "code", "P" + i,
                    "subject", words(random),
                    "kind", i % 3 == 0 ? "PROPOSAL" : "COMMENT",
                    "status", i % 4 == 0 ? "OPEN" : "SOLVED",
                    "receivedAt",
                            ZonedDateTime.of(2022, 1 + random.nextInt(3), 1 + random.nextInt(3), 20, 0, 0, 0, ZoneOffset.UTC)));
            maybe(random, values, "content", words(random));
            maybe(random, values, "dueOn", LocalDate.of(2022, 2, 1 + random.nextInt(5)));
            maybe(random, values, "rating", 1L + random.nextInt(5));
            maybe(random, values, "published", random.nextBoolean());
            TestRecord petition = add(random, "Petition", "s/P" + i, values);
            link(random, petition, "handler", "Organization:O" + random.nextInt(8));
            link(random, RECORDS.getLast(), "answeringDocument", "Document:D" + random.nextInt(40));
        }
        new TestGraph(MODEL).fresh().write(RECORDS);
        oracle = new Oracle(MODEL, RECORDS, COVERS);
        api = new TestApi(COVERS);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void answerWhatLookingAtEveryRecordAnswers() {
        Policy policy = new Policy(MODEL, code -> COVERS.getOrDefault(code, Set.of()));
        for (int i = 0; i < COUNT; i++) {
            Random random = new Random(SEED + i);
            String role = List.of("leader", "officer", "integrator", "public", "health-officer").get(random.nextInt(5));
            List<String> areas = random.nextBoolean() ? List.of("1") : List.of("2", "9");
            Rights rights = policy.rightsOf(new Caller("https://issuer.test", "tester", Set.of(role), areas));
            Operations operations =
                    new Operations(MODEL, TYPES, RECORDS, List.of("1", "2", "9"), rights, random);
            RecordType type = MODEL.type(operations.one(List.copyOf(new java.util.TreeSet<>(TYPES))));
            String what = "operation " + (SEED + i) + " as " + role + areas;
            if (random.nextInt(4) == 0) {
                groups(what, type, operations, rights, role, areas);
            } else {
                pages(what, type, operations, rights, role, areas, random);
            }
        }
    }

    private static void pages(
            String what,
            RecordType type,
            Operations operations,
            Rights rights,
            String role,
            List<String> areas,
            Random random) {
        Map<String, Object> where = operations.where(type, 2);
        List<Map<String, String>> orderBy = operations.order(type);
        int first = 1 + random.nextInt(30);
        List<RecordLink> links = operations.links(type);
        String nested = links.stream()
                .map(l -> l.many() ? l.name() + "(first: 3) { totalCount edges { node { id } } }" : l.name() + " { id }")
                .collect(Collectors.joining(" "));
        String document = "query($where: %1$sFilter, $orderBy: [%1$sOrder!], $first: Int, $after: String) { %2$s(where: $where, orderBy: $orderBy, first: $first, after: $after) { totalCount edges { node { id %3$s } } pageInfo { hasNextPage endCursor } } }"
                .formatted(type.name(), type.plural(), nested);
        List<TestRecord> expected = oracle.sorted(oracle.matching(type.name(), where, rights), orderBy);
        Map<String, Object> variables =
                new LinkedHashMap<>(Map.of("where", where, "orderBy", orderBy, "first", first));
        String context = what + " " + document + " " + variables;
        int from = 0;
        for (int page = 0; page < 2 && from <= expected.size(); page++) {
            Map<String, Object> answer = root(context, api.ask(document, variables, areas, role), type.plural());
            List<TestRecord> of = expected.subList(from, Math.min(expected.size(), from + first));
            assertThat(answer.get("totalCount")).as(context).isEqualTo(expected.size());
            assertThat(nodes(answer))
                    .as(context)
                    .isEqualTo(of.stream().map(r -> node(r, links, rights)).toList());
            Map<?, ?> info = (Map<?, ?>) answer.get("pageInfo");
            from += first;
            assertThat(info.get("hasNextPage")).as(context).isEqualTo(from < expected.size());
            if (from >= expected.size()) {
                return;
            }
            variables.put("after", info.get("endCursor"));
        }
    }

    private static Map<String, Object> node(TestRecord r, List<RecordLink> links, Rights rights) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", r.uid());
        links.forEach(link -> {
            List<TestRecord> ends = oracle.linked(r, link, rights);
            if (link.many()) {
                List<TestRecord> page = oracle.sorted(ends, oracle.defaultOrder(MODEL.type(link.target())));
                node.put(
                        link.name(),
                        Map.of(
                                "totalCount",
                                ends.size(),
                                "edges",
                                page.stream()
                                        .limit(3)
                                        .map(o -> Map.of("node", Map.of("id", o.uid())))
                                        .toList()));
            } else {
                node.put(link.name(), ends.isEmpty() ? null : Map.of("id", ends.getFirst().uid()));
            }
        });
        return node;
    }

    private static void groups(
            String what, RecordType type, Operations operations, Rights rights, String role, List<String> areas) {
        Map<String, Object> where = operations.where(type, 2);
        Map<String, String> dimensions = switch (type.name()) {
            case "Petition" -> Map.of("status", "VALUE", "handler", "VALUE", "receivedAt", "MONTH");
            case "Document" -> Map.of("signed", "VALUE", "issuer", "VALUE", "issuedOn", "DAY");
            default -> Map.of("audience", "VALUE");
        };
        List<String> by = new ArrayList<>(new java.util.TreeSet<>(dimensions.keySet()));
        by.remove(operations.one(by));
        String document = "query($where: %1$sFilter) { %2$sAggregate(where: $where, by: [%3$s]) { count key { %4$s } } }"
                .formatted(
                        type.name(),
                        type.singular(),
                        by.stream().map(d -> "{" + d + ": " + dimensions.get(d) + "}").collect(Collectors.joining(", ")),
                        by.isEmpty()
                                ? "source"
                                : by.stream().map(GeneratedOperationsIT::asked).collect(Collectors.joining(" ")));
        String context = what + " " + document + " " + where;
        Map<List<String>, Integer> expected = new java.util.HashMap<>();
        oracle.matching(type.name(), where, rights)
                .forEach(r -> expected.merge(
                        by.stream().map(d -> key(r, type, d, rights)).toList(), 1, Integer::sum));
        if (by.isEmpty()) {
            expected.putIfAbsent(List.of(), 0);
        }
        List<?> rows = (List<?>) api.ask(document, Map.of("where", where), areas, role)
                .<Map<String, Object>>getData()
                .get(type.singular() + "Aggregate");
        Map<List<String>, Integer> answered = new java.util.HashMap<>();
        rows.forEach(row -> {
            Map<?, ?> group = (Map<?, ?>) row;
            Map<?, ?> key = (Map<?, ?>) group.get("key");
            answered.put(by.stream().map(d -> shown(key.get(d))).toList(), (Integer) group.get("count"));
        });
        assertThat(new TreeMap<>(keyed(answered))).as(context).isEqualTo(new TreeMap<>(keyed(expected)));
        assertThat(rows).as(context).hasSize(expected.size());
    }

    private static Map<String, Integer> keyed(Map<List<String>, Integer> groups) {
        return groups.entrySet().stream().collect(Collectors.toMap(e -> e.getKey().toString(), Map.Entry::getValue));
    }

    private static String asked(String dimension) {
        return switch (dimension) {
            case "status" -> "status { code }";
            case "handler", "issuer" -> dimension + " { id }";
            case "receivedAt", "issuedOn" -> dimension + " { label }";
            default -> dimension;
        };
    }

    private static String shown(Object value) {
        return value instanceof Map<?, ?> map ? map.values().iterator().next().toString() : String.valueOf(value);
    }

    private static String key(TestRecord r, RecordType type, String dimension, Rights rights) {
        if (dimension.equals("audience")) {
            return r.audience();
        }
        if (dimension.equals("receivedAt")) {
            return YearMonth.from(((ZonedDateTime) Objects.requireNonNull(r.values().get(dimension)))
                            .withZoneSameInstant(ZoneId.of("Asia/Ho_Chi_Minh")))
                    .toString();
        }
        return type.findLink(dimension)
                .map(link -> oracle.linked(r, link, rights).stream()
                        .map(TestRecord::uid)
                        .findFirst()
                        .orElse("null"))
                .orElseGet(() -> String.valueOf(r.values().get(dimension)));
    }

    private static List<Object> nodes(Map<String, Object> connection) {
        return ((List<?>) connection.get("edges")).stream().map(e -> (Object) ((Map<?, ?>) e).get("node")).toList();
    }

    private static Map<String, Object> root(String context, ExecutionGraphQlResponse answer, String field) {
        assertThat(answer.getErrors()).as(context).isEmpty();
        return answer.<Map<String, Map<String, Object>>>getData().get(field);
    }

    private static TestRecord add(Random random, String type, String key, Map<String, Object> values) {
        List<String> places = new ArrayList<>(List.of("Area:n/1", "Area:n/2", "Area:n/3", ""));
        String place = places.get(random.nextInt(4));
        String now = places.get(random.nextInt(4));
        TestRecord record = TestRecord.of(type, key, values)
                .at(place.isEmpty() ? null : place, now.isEmpty() ? null : now)
                .forAudience(AUDIENCES.get(random.nextInt(3)));
        RECORDS.add(record);
        return record;
    }

    private static void link(Random random, TestRecord record, String link, String uid) {
        if (random.nextInt(5) > 0) {
            RECORDS.set(RECORDS.size() - 1, record.linked(link, uid));
        }
    }

    private static void maybe(Random random, Map<String, Object> values, String field, Object value) {
        if (random.nextInt(3) > 0) {
            values.put(field, value);
        }
    }

    private static String words(Random random) {
        List<String> words = List.of("Đất", "rừng", "hòa", "đường", "Trà", "xin", "Ánh", "ngập");
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> words.get(random.nextInt(words.size())))
                .collect(Collectors.joining(" "));
    }
}
