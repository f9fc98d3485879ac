// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** YAML files that fit a JSON Schema, read as strictly as {@code source.yaml}, for what else is declared in files. */
public final class CheckedYaml {
    private final SchemaCheck shape;

    /** @param schema class path name of the JSON Schema, e.g. {@code /source.schema.json} */
    public CheckedYaml(String schema) {
        this.shape = new SchemaCheck(schema);
    }

    /**
     * Plain maps, lists, texts, numbers and booleans.
     *
     * @throws SourceException telling every problem with file and line
     */
    public Map<String, @Nullable Object> read(String file, String text) {
        Yaml root = YamlReader.read(file, text);
        List<String> problems = shape.problems(file, root);
        if (!problems.isEmpty()) {
            throw new SourceException(SourceException.Reason.SHAPE, problems);
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(root.object().plain()));
    }
}
