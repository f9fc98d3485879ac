// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import vn.ioc.schema.VietnameseText;

/** Reads one YAML document (1.2, JSON schema) with lines. Aliases and keys that come twice are refused. */
final class YamlReader {
    private static final int LONGEST = 512 * 1024;

    private final String file;
    private final List<String> problems = new ArrayList<>();

    private YamlReader(String file) {
        this.file = file;
    }

    /** @throws SourceException with every problem of syntax */
    static Yaml read(String file, String text) {
        return new YamlReader(file).read(VietnameseText.nfc(text));
    }

    private Yaml read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST)
                .setUseMarks(true)
                .build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (event instanceof AliasEvent) {
                    throw refused(line(event.getStartMark()), "an alias (*name) is not allowed; write the value out");
                }
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                throw refused(1, "the file is empty; a source begins with name:");
            }
            Yaml read = node(root.get());
            if (!problems.isEmpty()) {
                throw new SourceException(SourceException.Reason.SYNTAX, problems);
            }
            return read;
        } catch (MarkedYamlEngineException e) {
            throw refused(line(e.getProblemMark()), "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw refused(1, "is not YAML, or longer than " + LONGEST + " characters");
        }
    }

    private Yaml node(Node node) {
        int line = line(node.getStartMark());
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, line);
            case SequenceNode sequence ->
                new Yaml.Rows(line, sequence.getValue().stream().map(this::node).toList());
            case ScalarNode scalar -> new Yaml.Scalar(line, scalar.getValue(), value(scalar));
            default -> throw refused(line, "an anchor is not allowed; write the value out");
        };
    }

    private Yaml mapping(MappingNode mapping, int line) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int at = line(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(file + ":" + at + ": a key must be a word");
                continue;
            }
            if (entries.containsKey(key.getValue())) {
                problems.add(file + ":" + at + ": '" + key.getValue() + "' is here twice, first in line "
                        + lines.get(key.getValue()) + "; once is allowed");
                continue;
            }
            lines.put(key.getValue(), at);
            entries.put(key.getValue(), node(tuple.getValueNode()));
        }
        return new Yaml.Table(line, entries, lines);
    }

    private static @Nullable Object value(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (!scalar.isPlain() || tag.equals(Tag.STR)) {
            return scalar.getValue();
        }
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(scalar.getValue());
        }
        try {
            return tag.equals(Tag.INT) ? new BigInteger(scalar.getValue()) : new BigDecimal(scalar.getValue());
        } catch (NumberFormatException notANumberInJson) {
            return scalar.getValue();
        }
    }

    private SourceException refused(int line, String what) {
        return new SourceException(SourceException.Reason.SYNTAX, List.of(file + ":" + line + ": " + what));
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }
}
