// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.ParserOptions;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was released stays, or {@code CHANGELOG.md} says at which coordinate it does not. */
final class ReleasedSchemaTest {
    private static final Path ROOM = Path.of(System.getProperty("ioc.root"), "schema");
    private static final String PLACE =
            "type Query { place(code: String): Place } type Place { code: ID! name: String! level: Level } enum Level { A B }";

    @Test
    void noBreakingChangeIsMissingInTheChangelog() throws IOException {
        Path released = ROOM.resolve("released.graphqls");
        String now = PublicSchema.print(RecordModel.withBuiltIn(List.of()));
        if (Boolean.getBoolean("schema.release")) {
            Files.writeString(released, now);
        }
        String changelog = Files.readString(ROOM.resolve("CHANGELOG.md"));
        assertThat(breakages(Files.readString(released), now).stream()
                        .filter(event -> !changelog.contains("`" + coordinate(event) + "`"))
                        .map(event -> "`" + coordinate(event) + "`: " + event.getReasonMsg()))
                .as(
                        "changes that break clients of released.graphqls; undo them, or name the coordinate, why, and what to"
                                + " use instead in schema/CHANGELOG.md")
                .isEmpty();
    }

    @Test
    void whatBreaksAClientIsSeen() {
        assertBreaks("name: String! ", "", "Place.name");
        assertBreaks("name: String!", "name: String", "Place.name");
        assertBreaks("name: String!", "name: [String!]!", "Place.name");
        assertBreaks("{ A B }", "{ A }", "Level.B");
        assertBreaks("(code: String)", "(code: String!)", "Query.place");
        assertBreaks("(code: String)", "(code: String, on: Int!)", "Query.place");
        assertBreaks("(code: String)", "", "Query.place");
    }

    @Test
    void whatOnlyAddsBreaksNobody() {
        String more = PLACE.replace("level: Level", "level: Level parent: Place")
                .replace("{ A B }", "{ A B C }")
                .replace("(code: String)", "(code: String, on: Int)");
        assertThat(breakages(PLACE, more)).isEmpty();
    }

    private static void assertBreaks(String before, String after, String coordinate) {
        assertThat(PLACE).contains(before);
        assertThat(breakages(PLACE, PLACE.replace(before, after)))
                .extracting(ReleasedSchemaTest::coordinate)
                .as(before + " to " + after)
                .contains(coordinate);
    }

    /** The diff parses its two schemas with the limits that are meant for documents from outside. */
    @BeforeAll
    static void schemasAreLongerThanDocuments() {
        ParserOptions.setDefaultParserOptions(ParserOptions.getDefaultSdlParserOptions());
    }

    private static List<DiffEvent> breakages(String released, String now) {
        CapturingReporter reporter = new CapturingReporter();
        new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(released, now), reporter);
        return reporter.getBreakages();
    }

    /** {@code Type}, {@code Type.field} (its arguments too) or {@code Type.VALUE}. */
    private static String coordinate(DiffEvent event) {
        String type = event.getTypeName();
        if (event.getFieldName() != null) {
            return type + "." + event.getFieldName();
        }
        return event.getComponents().isEmpty()
                ? type
                : type + "." + event.getComponents().getFirst();
    }
}
