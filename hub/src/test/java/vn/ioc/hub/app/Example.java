// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question as front-end teams ask it: a folder of {@code schema/examples}.
 *
 * @param name the folder's name
 * @param english the question in English, the document's first line of comment
 * @param vietnamese the same in Vietnamese, the second line
 * @param user who asks, a demo user
 * @param area the code that an officer's rights are bound to; empty for the others
 * @param document the operation, comments included
 * @param variables of the operation, as {@code variables.json} has them
 */
@NullMarked
record Example(
        String name,
        String english,
        String vietnamese,
        String user,
        String area,
        String document,
        Map<String, Object> variables) {
    static final Path SCHEMA = Path.of(System.getProperty("ioc.root"), "schema");
    static final Path FOLDER = SCHEMA.resolve("examples");
    private static final Pattern HEAD = Pattern.compile(
            "# (?<english>[^\\n]+)\\n# (?<vietnamese>[^\\n]+)\\n# Asked as: (?<user>[a-z-]+)(?: of (?<area>[0-9]+))?\\n");
    private static final JsonMapper JSON = new JsonMapper();

    /** All of them, by name. */
    static List<Example> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            List<Example> examples = new ArrayList<>();
            for (Path folder : folders.sorted().toList()) {
                examples.add(read(folder));
            }
            return List.copyOf(examples);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Example read(Path folder) throws IOException {
        String document = Files.readString(folder.resolve("question.graphql"));
        Matcher head = HEAD.matcher(document);
        if (!head.lookingAt()) {
            throw new IllegalStateException(folder
                    + "/question.graphql has to begin with the question in English, in Vietnamese, and who asks");
        }
        Path variables = folder.resolve("variables.json");
        return new Example(
                folder.getFileName().toString(),
                head.group("english"),
                head.group("vietnamese"),
                head.group("user"),
                head.group("area") == null ? "" : head.group("area"),
                document,
                Files.exists(variables)
                        ? JSON.readValue(Files.readString(variables), new TypeReference<Map<String, Object>>() {})
                        : Map.of());
    }

    /** The document without the comment that says what it asks. */
    String operation() {
        Matcher head = HEAD.matcher(document);
        return head.lookingAt() ? document.substring(head.end()) : document;
    }

    Path answer() {
        return FOLDER.resolve(name).resolve("answer.json");
    }

    @Override
    public String toString() {
        return name;
    }
}
