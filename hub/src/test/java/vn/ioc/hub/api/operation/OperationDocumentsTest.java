// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.schema.PublicSchema;
import vn.ioc.schema.RecordModel;

/** Every limit on the public schema, without any data: nothing here could be fetched. */
final class OperationDocumentsTest {
    private static final OperationLimits LIMITS = new OperationLimits(
            65_536, 16_384, 2_000, 20_000, 200, 12, 30, 20, 50, 10, 1_000, 5_000, Duration.ofSeconds(10), 100);
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse(PublicSchema.print(MODEL)),
                    RuntimeWiring.newRuntimeWiring()
                            .wiringFactory(new MockedWiringFactory())
                            .build());

    private static GraphQL graphQl(boolean introspection, String role) {
        Caller caller = new Caller("https://issuer.test", "tester", Set.of(role), List.of());
        MeterRegistry meters = new SimpleMeterRegistry();
        OperationCaller callers = new OperationCaller(() -> caller);
        TrustedDocuments anything =
                new TrustedDocuments(new DocumentSettings(DocumentSettings.Mode.AUDIT, Map.of()), meters);
        return GraphQL.newGraphQL(SCHEMA)
                .preparsedDocumentProvider(
                        new OperationDocuments(LIMITS, new ValidationWords(() -> SCHEMA), anything, callers))
                .instrumentation(new OperationGate(
                        MODEL,
                        LIMITS,
                        callers,
                        new Policy(MODEL, code -> Set.of()),
                        new CallerBudget(new BudgetSettings(1_000_000, Duration.ofMinutes(1), 10), Clock.systemUTC()),
                        new FieldUsage(meters, Clock.systemUTC()),
                        introspection))
                .build();
    }

    private static ExecutionResult ask(String document) {
        return graphQl(true, "leader").execute(document);
    }

    private static void refused(String document, ErrorCode code, String... words) {
        ExecutionResult result = ask(document);
        assertThat(result.getErrors()).as(document).hasSizeBetween(1, 5);
        GraphQLError first = result.getErrors().getFirst();
        assertThat(first.getExtensions()).as(first.getMessage()).containsEntry("code", code.name());
        assertThat(List.of(words))
                .allSatisfy(word -> assertThat(first.getMessage()).contains(word));
        assertThat(result.getErrors().toString())
                .doesNotContain("ObjectValue", "StringValue", "IntValue", "ANTLR", "LinkedHashMap", "graphql.");
        assertThat((Object) result.getData()).isNull();
    }

    /** Errors with a code; the mocked fetchers' nulls have none. */
    private static List<GraphQLError> refusals(ExecutionResult result) {
        return result.getErrors().stream()
                .filter(e -> e.getExtensions() != null && e.getExtensions().containsKey("code"))
                .toList();
    }

    private static String times(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("#", String.valueOf(i)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aDocumentMayNotBeLongNorHaveManyTokensNorNestDeep() {
        refused("{ viewer { name } } #" + "x".repeat(17_000), ErrorCode.LIMIT_DOCUMENT, "16384");
        refused("{ viewer { " + times(2_100, "n") + " } }", ErrorCode.LIMIT_DOCUMENT, "2000");
        refused("{ viewer { name } } " + times(8_000, ",\t"), ErrorCode.LIMIT_DOCUMENT);
        refused("{ a(x: " + "[".repeat(300) + "]".repeat(300) + ") }", ErrorCode.LIMIT_DOCUMENT, "200");
    }

    @Test
    void fieldsMayNotNestTooDeepButRelaysOwnLevelsAreFree() {
        String link = "documents(first: 1) { edges { node { issuer { ";
        String close = " } } } }";
        refused(
                "{ organizations { edges { node { " + link.repeat(6) + "name" + close.repeat(6) + " } } } }",
                ErrorCode.LIMIT_DEPTH,
                "12");
        assertThat(refusals(ask("{ organizations(first: 1) { edges { node { " + link.repeat(5) + "name"
                        + close.repeat(5) + " } } } }")))
                .isEmpty();
    }

    @Test
    void aliasesRootsDirectivesAndRepeatsAreCounted() {
        refused("{ viewer { " + times(31, "a#: name") + " } }", ErrorCode.LIMIT_ALIASES, "31", "30");
        refused("{ " + times(21, "a#: viewer { name }") + " }", ErrorCode.LIMIT_ROOTS, "21", "20");
        refused("{ viewer { name " + times(51, "@skip(if: false)") + " } }", ErrorCode.LIMIT_DIRECTIVES);
        refused("{ " + times(500, "__typename") + " }", ErrorCode.LIMIT_FIELDS, "__typename");
    }

    @Test
    void fragmentsThatSpreadWideAreRefusedAtOnce() {
        String fragments = IntStream.range(0, 30)
                .mapToObj(i -> "fragment f" + i + " on Viewer { a { ...f" + (i + 1) + " } b { ...f" + (i + 1) + " } }")
                .collect(Collectors.joining(" "));
        refused("{ viewer { ...f0 } } " + fragments + " fragment f30 on Viewer { name }", ErrorCode.LIMIT_DEPTH);
        String flat = IntStream.range(0, 20)
                .mapToObj(i ->
                        "fragment f" + i + " on Viewer { ...f" + (i + 1) + " ... on Viewer { ...f" + (i + 1) + " } }")
                .collect(Collectors.joining(" "));
        refused("{ viewer { ...f0 } } " + flat + " fragment f20 on Viewer { name }", ErrorCode.LIMIT_FIELDS, "1000");
    }

    @Test
    void whatIsUnknownIsNamedWithWhatIsAllowed() {
        refused("{ petitions { nothing } }", ErrorCode.BAD_REQUEST, "'nothing'", "totalCount");
        refused("{ petitions(frist: 3) { totalCount } }", ErrorCode.BAD_REQUEST, "'frist'", "first, ");
        refused(
                "{ petitions(where: {status: {like: \"x\"}}) { totalCount } }",
                ErrorCode.BAD_REQUEST,
                "'like'",
                "isNull");
        refused("{ petitions(first: \"x\") { totalCount } }", ErrorCode.BAD_REQUEST, "first");
        refused("{ petitions { totalCount ", ErrorCode.BAD_REQUEST);
        refused("{ petitions { " + times(10, "x#") + " } }", ErrorCode.BAD_REQUEST);
    }

    @Test
    void pageSizesAreRefusedBeforeAnythingIsRead() {
        refused("{ petitions(first: 0) { totalCount } }", ErrorCode.BAD_REQUEST, "1 to 100");
        refused("{ petitions(first: 101) { edges { cursor } } }", ErrorCode.BAD_REQUEST, "1 to 100");
        refused("{ petitions(last: -1) { edges { cursor } } }", ErrorCode.BAD_REQUEST, "1 to 100");
        refused("{ path(from: \"a\", to: \"b\", maxHops: 7) { length } }", ErrorCode.BAD_REQUEST, "1 to 6");
    }

    @Test
    void costGrowsWithPagesAndLinksAndIsShown() {
        assertThat(cost("{ petitions(first: 10) { edges { node { subject } } } }"))
                .isEqualTo(11);
        assertThat(cost("{ petitions(first: 10) { edges { node { subject handler { name } } } } }"))
                .isEqualTo(21);
        assertThat(cost("{ petitions(first: 10) { totalCount edges { node { handler { documents(first: 5) {"
                        + " totalCount edges { node { number } } } } } } } }"))
                .isEqualTo(1 + 1 + 10 + 10 + 10 + 50);
        assertThat(cost("query($n: Int!) { petitions(first: $n) { edges { cursor } } }", Map.of("n", 7)))
                .isEqualTo(8);
        assertThat(cost("{ path(from: \"a\", to: \"b\") { length hops { record { title } } } }"))
                .isEqualTo(1 + 4 * 50 + 4 + 4);
        assertThat(cost(
                        "{ petition(source: \"s\", code: \"P1\") { related(first: 4, links: [\"handler\", \"replies\"]) {"
                                + " count records { id place { name } } } } }"))
                .as("two links with their counts, one and four records, the place of each")
                .isEqualTo(1 + 1 + 2 * 2 + 5 + 5);
        assertThat(cost("{ node(id: \"a\") { related(first: 4) { count } } }"))
                .as("of the type with the most links")
                .isEqualTo(1 + 2 * MODEL.type("Area").links().size());
        refused(
                "{ organizations(first: 100) { edges { node { documents(first: 100) { edges { cursor } } } } } }",
                ErrorCode.LIMIT_COST,
                "10101",
                "5000");
    }

    @Test
    void introspectionNeedsTheRightUnlessItIsOpen() {
        String document = "{ __schema { queryType { name } } }";
        assertThat(refusals(graphQl(true, "leader").execute(document))).isEmpty();
        assertThat(refusals(graphQl(false, "integrator").execute(document))).isEmpty();
        assertThat(graphQl(false, "leader")
                        .execute(document)
                        .getErrors()
                        .getFirst()
                        .getExtensions())
                .containsEntry("code", "FORBIDDEN");
    }

    private static long cost(String document) {
        return cost(document, Map.of());
    }

    private static long cost(String document, Map<String, Object> variables) {
        ExecutionResult result = graphQl(true, "leader")
                .execute(graphql.ExecutionInput.newExecutionInput(document)
                        .variables(variables)
                        .build());
        assertThat(refusals(result)).isEmpty();
        Map<?, ?> cost = (Map<?, ?>) result.getExtensions().get("cost");
        assertThat(cost.get("limit")).isEqualTo(5_000);
        return ((Number) cost.get("predicted")).longValue();
    }
}
