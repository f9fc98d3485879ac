// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Descriptions say what a name does not: a filler is worse than none, for it hides that one is missing. */
final class DescriptionsTest {
    private static final Set<String> EMPTY_WORDS = Set.of(
            "a",
            "an",
            "the",
            "this",
            "its",
            "it",
            "of",
            "for",
            "to",
            "by",
            "is",
            "are",
            "and",
            "or",
            "in",
            "on",
            "field",
            "type",
            "value",
            "input",
            "argument",
            "enum",
            "object",
            "record",
            "records",
            "returns",
            "gets",
            "represents",
            "given");
    private static final Pattern VIETNAMESE = Pattern.compile(
            "\\([^)]*[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]|\\([a-z ]+\\)");
    private final RecordModel model = RecordModel.withBuiltIn(List.of());
    private final List<SchemaElement> elements =
            SchemaElement.of(UnExecutableSchemaGenerator.makeUnExecutableSchema(PublicSchema.derive(model)));

    @Test
    void everythingThatClientsSeeIsDescribedAndNoneByAFiller() {
        assertThat(elements.stream()
                        .filter(e -> filler(e.name(), e.description()))
                        .map(DescriptionsTest::shown))
                .as(
                        "a description tells the meaning, the unit and when it is null; one that only repeats the name is a filler")
                .isEmpty();
    }

    @Test
    void fillersAreKnownWhenSeen() {
        assertThat(List.of(
                        "",
                        "Status.",
                        "The status",
                        "The status of the record.",
                        "Status value",
                        "x",
                        "No-op",
                        "Is status."))
                .allMatch(description -> filler("status", description));
        assertThat(List.of("State of handling (trạng thái xử lý).", "Is equal.", "Worst state among its streams."))
                .noneMatch(description -> filler("status", description));
        assertThat(filler("receivedAt", "Received at")).isTrue();
    }

    @Test
    void recordsTheirFieldsTheirLinksBothWaysAndSectorsCarryTheVietnameseTerm() {
        Stream<String> types = model.types().stream().map(RecordType::name);
        Stream<String> fields = model.types().stream()
                .flatMap(type -> type.fields().keySet().stream().map(field -> type.name() + "." + field));
        Stream<String> links = model.types().stream()
                .flatMap(type -> type.links().values().stream().map(link -> type.name() + "." + link.name()));
        Set<String> wanted =
                new HashSet<>(Stream.of(types, fields, links).flatMap(s -> s).toList());
        assertThat(elements.stream()
                        .filter(e ->
                                wanted.contains(e.coordinate()) || e.owner().equals("Sector"))
                        .filter(e -> !VIETNAMESE.matcher(e.description()).find())
                        .map(DescriptionsTest::shown))
                .as(
                        "the Vietnamese term stands in brackets, as in \"State of handling (trạng thái xử lý).\": the console shows it")
                .isEmpty();
    }

    @Test
    void whatMayBeNullSaysWhen() {
        Set<String> records =
                new HashSet<>(model.types().stream().map(RecordType::name).toList());
        assertThat(elements.stream()
                        .filter(e -> e.kind() == SchemaElement.Kind.FIELD
                                && !e.type().endsWith("!"))
                        .filter(e -> !e.description().toLowerCase(Locale.ROOT).contains("null"))
                        .map(DescriptionsTest::shown))
                .as("a nullable field says when it is null")
                .isEmpty();
    }

    private static String shown(SchemaElement element) {
        return element.coordinate() + ": " + element.description();
    }

    /** Whether a description says nothing beyond the name: too short, or made of the name's own and empty words only. */
    private static boolean filler(String name, String description) {
        Set<String> own = new HashSet<>(words(name + " " + name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")));
        List<String> said = words(description);
        return said.size() < 2
                || description.length() < 8
                || said.stream()
                        .allMatch(word -> EMPTY_WORDS.contains(word) || own.contains(word) || own.contains(word + "s"));
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
