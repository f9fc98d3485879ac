// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.ExecutionGraphQlResponse;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.graph.FieldOwner;
import vn.ioc.hub.graph.GeneratedQuestions;
import vn.ioc.hub.graph.GeneratedQuestions.Question;
import vn.ioc.hub.graph.GeneratedRecords;
import vn.ioc.hub.graph.GeneratedTellings;
import vn.ioc.hub.graph.ObviousPaths;
import vn.ioc.hub.graph.ObviousReader;
import vn.ioc.hub.graph.ObviousTimes;
import vn.ioc.hub.graph.Selection;
import vn.ioc.hub.graph.Telling;
import vn.ioc.hub.graph.TestGraph;
import vn.ioc.hub.graph.TestRecord;
import vn.ioc.hub.ingest.TellingWriter;
import vn.ioc.schema.RecordModel;

/**
 * Random valid operations over records of every type: the answer is that of a slow, obvious evaluation in memory. The build
 * asks a share, 75 in all, and 60 ways between records. 1,000 take some eleven minutes, nearly all of it the planning of
 * statements that were never seen before:
 *
 * <pre>{@code
 * ./mvnw verify -pl hub -am -Dit.test=GeneratedOperationsIT -Dfailsafe.failIfNoSpecifiedTests=false -Dioc.operations=200
 * }</pre>
 *
 * asks 200 for each of the five callers; {@code -Dioc.seed=N} makes other records and other questions.
 */
final class GeneratedOperationsIT {
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final int EACH = 14;
    private static final int OPERATIONS = Integer.getInteger("ioc.operations", 15);
    private static final long SEED = Long.getLong("ioc.seed", 1);
    private static final GeneratedRecords GENERATED = new GeneratedRecords(MODEL, EACH, SEED);
    private static final List<TestRecord> RECORDS = GENERATED.records();
    private static final Map<String, Set<String>> COVERS = GENERATED.covers();
    private static final List<Telling> TELLINGS =
            new GeneratedTellings(MODEL, new GeneratedRecords(MODEL, EACH, SEED + 1), SEED).of(RECORDS);
    private static final int WAYS = 60;
    private static final String WAY = """
            query($from: ID!, $to: ID!, $most: Int!, $sectors: [Sector!]) {
              path(from: $from, to: $to, maxHops: $most, sectors: $sectors) { length hops { type direction record { id title } } }
            }
            """;
    /** An answer that has what sources tell: who, by which version, in what run. */
    private static final Pattern TOLD = Pattern.compile("hash=|mapping=|changes=\\[\\{");

    private static TestApi api;
    private static long told;

    @BeforeAll
    static void start() {
        TestGraph graph = new TestGraph(MODEL).fresh().write(RECORDS).covers(COVERS);
        new TellingWriter(MODEL).write(TELLINGS);
        graph.resampled();
        api = new TestApi(COVERS, List.of(Now.class), List.of());
    }

    /** All relative times are told from one moment. */
    @Configuration(proxyBeanMethods = false)
    static class Now {
        @Bean
        Clock clock() {
            return ObviousTimes.CLOCK;
        }

        @Bean
        FieldOwner owners() {
            return GeneratedTellings::owner;
        }
    }

    @AfterAll
    static void stop() {
        api.close();
        assertThat(told).as("what sources tell was asked and answered").isPositive();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "leader, ''",
        "officer, Area:scheme3/code3",
        "public health-officer, ''",
        "integrator officer, Area:scheme5/code5",
        "auditor, ''"
    })
    void answerWhatTheRecordsSay(String roles, String area) {
        List<String> areas = area.isEmpty() ? List.of() : List.of(area);
        Caller caller = new Caller("https://issuer.test", "tester", Set.of(roles.split(" ")), areas);
        var rights = new Policy(MODEL, code -> COVERS.getOrDefault(code, Set.of())).rightsOf(caller);
        ObviousReader obvious = new ObviousReader(MODEL, RECORDS, TELLINGS, COVERS, rights);
        int filled = 0;
        for (int number = 0; number < OPERATIONS; number++) {
            Random random = new Random(SEED * 1_000_003 + number * 31L + roles.hashCode());
            Question asked = new GeneratedQuestions(MODEL, RECORDS, rights, random).next();
            Question bounded = asked.aggregate() ? asked : bounded(asked, obvious, random);
            Object expected = bounded.aggregate()
                    ? obvious.aggregate(bounded.type(), bounded.field())
                    : obvious.list(bounded.type(), bounded.field());
            OperationText text = new OperationText(MODEL, cursors(bounded, caller));
            ExecutionGraphQlResponse answer = ask(text, caller);
            String said = "operation %d of seed %d for %s:%n  %s".formatted(number, SEED, roles, text);
            assertThat(answer.getErrors()).as(said).isEmpty();
            assertThat(plain(Map.of(bounded.field().key(), expected)))
                    .as(said)
                    .isEqualTo(plain(answer.<Map<String, Object>>getData()));
            assertThat(api.statements()).as(said).isBetween(0, 1);
            filled += String.valueOf(expected).contains("id=") || bounded.aggregate() ? 1 : 0;
            told += TOLD.matcher(String.valueOf(expected)).results().count();
        }
        assertThat(filled)
                .as("operations that found records")
                .isGreaterThan(roles.equals("auditor") ? 0 : OPERATIONS / 4);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"leader, ''", "officer, Area:scheme3/code3", "public health-officer, ''", "auditor, ''"})
    void noWayIsShorterThanTheOneThatIsTold(String roles, String area) {
        List<String> areas = area.isEmpty() ? List.of() : List.of(area);
        Caller caller = new Caller("https://issuer.test", "tester", Set.of(roles.split(" ")), areas);
        var rights = new Policy(MODEL, code -> COVERS.getOrDefault(code, Set.of())).rightsOf(caller);
        ObviousPaths obvious = new ObviousPaths(MODEL, RECORDS, COVERS, rights);
        Random random = new Random(SEED * 7 + roles.hashCode());
        for (int number = 0; number < Math.min(WAYS, OPERATIONS); number++) {
            String from = RECORDS.get(random.nextInt(RECORDS.size())).uid();
            String to = number == 0
                    ? from
                    : RECORDS.get(random.nextInt(RECORDS.size())).uid();
            int most = 1 + random.nextInt(4);
            List<String> sectors = random.nextBoolean() ? List.of() : List.of("PETITIONS", "DOCUMENTS", "HEALTH");
            Map<String, Object> variables = new HashMap<>(Map.of("from", from, "to", to, "most", most));
            if (!sectors.isEmpty()) {
                variables.put("sectors", sectors);
            }
            ExecutionGraphQlResponse answer =
                    api.ask(WAY, variables, areas, caller.roles().toArray(String[]::new));
            String said = "way %d of seed %d for %s: %s".formatted(number, SEED, roles, variables);
            assertThat(answer.getErrors()).as(said).isEmpty();
            assertThat(api.statements()).as(said).isBetween(0, 1);
            OptionalInt length = obvious.length(from, to, most, Set.copyOf(sectors));
            if (length.isEmpty()) {
                assertThat(answer.field("path").<Object>getValue()).as(said).isNull();
                continue;
            }
            assertThat(answer.field("path.length").<Integer>getValue()).as(said).isEqualTo(length.getAsInt());
            String at = from;
            for (Map<String, Object> hop : answer.field("path.hops").<List<Map<String, Object>>>getValue()) {
                Map<?, ?> record = (Map<?, ?>) hop.get("record");
                String next = String.valueOf(record.get("id"));
                assertThat(obvious.linked(
                                at, String.valueOf(hop.get("type")), String.valueOf(hop.get("direction")), next))
                        .as(said + ": " + hop)
                        .isTrue();
                at = next;
            }
            assertThat(at).as(said).isEqualTo(to);
        }
    }

    /** Sometimes between records of the list, told by uid. */
    private static Question bounded(Question asked, ObviousReader obvious, Random random) {
        List<String> uids = obvious.uids(asked.type(), asked.field());
        if (uids.size() < 3 || random.nextBoolean()) {
            return asked;
        }
        int after = random.nextInt(uids.size() - 1);
        int before = after + 1 + random.nextInt(uids.size() - after - 1);
        Map<String, @Nullable Object> bounds = new HashMap<>();
        if (random.nextInt(3) > 0) {
            bounds.put("after", uids.get(after));
        }
        if (random.nextInt(3) > 0) {
            bounds.put("before", uids.get(before));
        }
        return with(asked, bounds);
    }

    /** The same question with cursors in the place of uids. */
    private static Question cursors(Question question, Caller caller) {
        Map<String, @Nullable Object> arguments = new HashMap<>(question.field().arguments());
        if (!arguments.containsKey("after") && !arguments.containsKey("before")) {
            return question;
        }
        arguments.keySet().removeAll(Set.of("after", "before", "last"));
        arguments.put("first", 100);
        Selection name = question.field();
        Selection all = new Selection(
                name.name(),
                name.key(),
                arguments,
                Set.of(),
                List.of(leaf("edges", leaf("cursor"), leaf("node", leaf("id")))));
        ExecutionGraphQlResponse answer =
                ask(new OperationText(MODEL, new Question(question.type(), false, all)), caller);
        Map<String, String> cursors = new HashMap<>();
        answer.field(name.key() + ".edges")
                .<List<Map<String, Object>>>getValue()
                .forEach(edge -> cursors.put(
                        String.valueOf(((Map<?, ?>) edge.get("node")).get("id")), String.valueOf(edge.get("cursor"))));
        Map<String, @Nullable Object> bounds = new HashMap<>();
        Set.of("after", "before").forEach(bound -> {
            if (question.field().arguments().get(bound) instanceof String uid) {
                bounds.put(bound, cursors.get(uid));
            }
        });
        return with(question, bounds);
    }

    private static Question with(Question question, Map<String, @Nullable Object> bounds) {
        Selection field = question.field();
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(field.arguments());
        arguments.putAll(bounds);
        return new Question(
                question.type(), false, new Selection(field.name(), field.key(), arguments, Set.of(), field.fields()));
    }

    private static Selection leaf(String name, Selection... fields) {
        return new Selection(name, name, Map.of(), Set.of(), List.of(fields));
    }

    private static ExecutionGraphQlResponse ask(OperationText text, Caller caller) {
        return api.ask(
                text.document(),
                text.variables(),
                caller.areas(),
                caller.roles().toArray(String[]::new));
    }

    /** Comparable: cursors are any cursor, figures are rounded. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, of) -> plain.put(
                    key.toString(),
                    of != null && key.toString().toLowerCase(Locale.ROOT).endsWith("cursor")
                            ? ObviousReader.CURSOR
                            : plain(of)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(one -> plain.add(plain(one)));
            return plain;
        }
        return value instanceof Double number ? Math.round(number * 1e6) / 1e6 : value;
    }
}
