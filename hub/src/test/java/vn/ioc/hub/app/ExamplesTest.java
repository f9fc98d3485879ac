// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import vn.ioc.hub.app.security.DemoUsers;

/** The examples as documents; {@link ExamplesIT} asks them. */
final class ExamplesTest {
    private static final Path README = Example.SCHEMA.resolve("README.md");
    private static final String BEGIN = "<!-- examples: written from examples/ by ExamplesTest -->\n";
    private static final String END = "<!-- end of examples -->\n";
    private static final int FEWEST = 25;

    @Test
    void thereAreEnough() {
        assertThat(Example.all()).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(Example.all()).extracting(Example::name).contains("daily-brief");
    }

    @Test
    void eachIsOneValidOperationWithANameOfItsOwn() throws IOException {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Files.readString(Example.SCHEMA.resolve("public.graphqls"))));
        List<String> operations = new ArrayList<>();
        for (Example example : Example.all()) {
            Document document = Parser.parse(example.document());
            assertThat(new Validator().validateDocument(schema, document, Locale.ROOT))
                    .as(example.name())
                    .isEmpty();
            assertThat(document.getDefinitionsOfType(OperationDefinition.class))
                    .as(example.name())
                    .singleElement()
                    .satisfies(operation -> operations.add(operation.getName()));
        }
        assertThat(operations).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void eachSaysInTwoLanguagesWhatItAsksAndWhoAsks() {
        for (Example example : Example.all()) {
            assertThat(DemoUsers.NAMES).as(example.name()).contains(example.user());
            assertThat(example.vietnamese()).as(example.name()).isNotEqualTo(example.english());
            assertThat(example.vietnamese())
                    .as(example.name())
                    .isEqualTo(Normalizer.normalize(example.vietnamese(), Normalizer.Form.NFC))
                    .matches(text -> text.codePoints().anyMatch(c -> c > 0x7f), "has accents");
        }
    }

    /** Update with {@code ./mvnw -pl hub test -Dtest=ExamplesTest -Dexamples.update=true}. */
    @Test
    void theReadmeShowsThem() throws IOException {
        String committed = Files.readString(README);
        int begin = committed.indexOf(BEGIN);
        int end = committed.indexOf(END);
        assertThat(begin).isPositive().isLessThan(end);
        String rendered =
                committed.substring(0, begin + BEGIN.length()) + rendered(Example.all()) + committed.substring(end);
        if (Boolean.getBoolean("examples.update")) {
            Files.writeString(README, rendered);
        }
        assertThat(README).hasContent(rendered);
    }

    private static String rendered(List<Example> examples) {
        StringBuilder text = new StringBuilder();
        for (Example example : examples) {
            text.append("\n### ")
                    .append(title(example.name()))
                    .append("\n\n")
                    .append(example.english())
                    .append("\\\n*")
                    .append(example.vietnamese())
                    .append("*\n\nAsked as `")
                    .append(example.user())
                    .append(example.area().isEmpty() ? "" : " --area " + example.area())
                    .append("`; the answer is [`answer.json`](examples/")
                    .append(example.name())
                    .append("/answer.json)")
                    .append(
                            example.variables().isEmpty()
                                    ? ""
                                    : ", the variables are [`variables.json`](examples/" + example.name()
                                            + "/variables.json)")
                    .append(".\n\n```graphql\n")
                    .append(example.operation())
                    .append("```\n");
        }
        return text.append('\n').toString();
    }

    private static String title(String name) {
        Matcher first = java.util.regex.Pattern.compile("^.").matcher(name.replace('-', ' '));
        return first.replaceFirst(letter -> letter.group().toUpperCase(Locale.ROOT));
    }
}
