// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.ioc.hub.graph.Selection;

/** What is asked of one record under several names. */
final class SelectionsTest {
    private static final String SDL = """
            type Query { hit: Hit }
            type Hit { node: Record }
            type Record { id: ID, name(short: Boolean): String, part: Part }
            type Part { code: String, name: String }
            """;

    @Test
    void severalNamesOfARecordAskTogether() {
        Selection asked = asked("{ hit { a: node { id part { code } } b: node { id other: name part { name } } } }");
        assertThat(asked.fields()).extracting(Selection::key).containsExactly("id", "part", "other");
        assertThat(asked.fields().get(1).fields()).extracting(Selection::key).containsExactly("code", "name");
    }

    @Test
    void oneNameThatMeansDifferentThingsIsRefused() {
        for (String document : new String[] {
            "{ hit { a: node { x: id } b: node { x: name } } }",
            "{ hit { a: node { name(short: true) } b: node { name(short: false) } } }",
            "{ hit { a: node { part { x: code } } b: node { part { x: name } } } }"
        }) {
            assertThatThrownBy(() -> asked(document))
                    .as(document)
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("several names");
        }
    }

    private static Selection asked(String document) {
        AtomicReference<Optional<Selection>> asked = new AtomicReference<>(Optional.empty());
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        query -> query.dataFetcher("hit", environment -> {
                            try {
                                asked.set(Selections.at(environment, "node"));
                            } catch (ApiException e) {
                                failure.set(e);
                            }
                            return null;
                        }))
                .build();
        GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), wiring))
                .build()
                .execute(document);
        if (failure.get() != null) {
            throw failure.get();
        }
        return asked.get().orElseThrow();
    }
}
