// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples, asked of the running hub with its nine sources; the stand-in district makes the answers the same on every machine. */
final class ExamplesIT {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final Map<String, GraphCost> COSTS = GraphCost.read();

    private static RunningHub hub;

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        hub = DistrictHub.filled();
    }

    static List<Example> examples() {
        return Example.all();
    }

    /** Update with {@code ./mvnw -pl hub verify -Dit.test=ExamplesIT -Dexamples.update=true}, and read what changed. */
    @ParameterizedTest
    @MethodSource("examples")
    void answersAsTheExampleSays(Example example) throws Exception {
        String token = token(example);
        GraphCost before = GraphCost.soFar(hub);
        JsonNode answer = hub.ask(token, example.document(), example.variables());
        GraphCost cost = GraphCost.soFar(hub).since(before);
        assertThat(answer.at("/errors").isMissingNode()).as(answer.toString()).isTrue();
        String data = JSON.writeValueAsString(answer.at("/data"));
        if (Boolean.getBoolean("examples.update")) {
            Files.writeString(example.answer(), data + "\n");
            COSTS.put(example.name(), cost);
        }
        assertThat(data).isEqualTo(JSON.writeValueAsString(JSON.readTree(Files.readString(example.answer()))));
        GraphCost known = COSTS.get(example.name());
        assertThat(known)
                .as("cost " + cost + ", which " + GraphCost.FILE + " does not know")
                .isNotNull();
        assertThat(cost.statements()).as("statements").isLessThanOrEqualTo(known.statements());
        assertThat(cost.hits()).as("database hits, " + known.hits() + " known").isLessThanOrEqualTo(known.mostHits());
    }

    @AfterAll
    static void keep() throws IOException {
        if (Boolean.getBoolean("examples.update")) {
            GraphCost.write(COSTS);
        }
    }

    private static String token(Example example) throws IOException, InterruptedException {
        String caller = example.user() + " " + example.area();
        if (!TOKENS.containsKey(caller)) {
            TOKENS.put(
                    caller,
                    example.area().isEmpty()
                            ? hub.token(example.user())
                            : hub.token(example.user(), "--area", example.area()));
        }
        return TOKENS.get(caller);
    }
}
