// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema against a YAML file, with the lines of the file. */
final class SchemaCheck {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode document;
    private final Schema schema;

    /** @param resource class path name of the JSON Schema */
    SchemaCheck(String resource) {
        String text = text(resource);
        this.document = MAPPER.readTree(text);
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    /** One line per problem, by line; empty when the shape is right. */
    List<String> problems(String file, Yaml root) {
        Set<String> problems = new TreeSet<>(ManifestProblems.BY_LINE);
        for (Error error : schema.validate(MAPPER.<JsonNode>valueToTree(root.plain()))) {
            problems.add(problem(file, root, error));
        }
        return List.copyOf(problems);
    }

    private String problem(String file, Yaml root, Error error) {
        Yaml at = root;
        int line = root.line();
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            if (at instanceof Yaml.Table table) {
                line = table.lineOf(String.valueOf(element));
                at = table.find(String.valueOf(element)).orElse(at);
            } else if (at instanceof Yaml.Rows rows && element instanceof Integer index) {
                at = rows.elements().get(index);
                line = at.line();
            }
        }
        String property = error.getProperty();
        if (property != null && at instanceof Yaml.Table table) {
            line = table.lineOf(property);
        }
        return file + ":" + line + ": " + what(path, error);
    }

    private String what(NodePath path, Error error) {
        String place = path.getNameCount() == 0 ? "" : "'" + path.getElement(path.getNameCount() - 1) + "' ";
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                "'" + error.getProperty() + "' is not known here; allowed are " + allowedBeside(error);
            case "required" -> "'" + error.getProperty() + "' is missing; it is required here";
            case "type" -> place + "has the wrong type; allowed is " + String.valueOf(error.getSchemaNode());
            case "enum" -> place + "is none of the known values; allowed are " + error.getSchemaNode();
            case "pattern" -> place + "has the wrong form; allowed is " + error.getSchemaNode();
            default -> place + String.valueOf(error.getMessage());
        };
    }

    /** The names that the schema knows where an unknown one was found. */
    private String allowedBeside(Error error) {
        NodePath location = error.getSchemaLocation().getFragment();
        JsonNode node = document;
        for (int i = 0; i < location.getNameCount() - 1; i++) {
            Object element = location.getElement(i);
            node = element instanceof Integer index ? node.path(index) : node.path(String.valueOf(element));
        }
        return String.valueOf(new TreeSet<>(node.path("properties").propertyNames()));
    }

    private static String text(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
