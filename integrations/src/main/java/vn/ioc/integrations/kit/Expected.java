// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.intake.Batch;

/** {@code expected/<stream>.json}: what the samples become. Written by the first run, which then fails, so that a person reads it. */
final class Expected {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int MOST_TOLD = 10;

    private Expected() {}

    /** The differences between what is expected and what came, few at a time. */
    static List<String> differences(Path file, Batch batch) {
        String written = MAPPER.writeValueAsString(tree(batch)) + "\n";
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, written);
                return List.of(file + " was not there and is written now; read it, then run the check again");
            }
            List<String> differences = new ArrayList<>();
            compare("", MAPPER.readTree(Files.readString(file)), MAPPER.readTree(written), differences);
            if (!differences.isEmpty()) {
                differences.addFirst("differs from " + file + " (delete the file to write it anew):");
            }
            return differences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(String at, JsonNode expected, JsonNode came, List<String> differences) {
        if (expected.equals(came) || differences.size() >= MOST_TOLD) {
            return;
        }
        if (expected.isObject() && came.isObject()) {
            Map<String, Boolean> names = new LinkedHashMap<>();
            expected.propertyNames().forEach(n -> names.put(n, true));
            came.propertyNames().forEach(n -> names.put(n, true));
            names.keySet().forEach(n -> compare(at + "/" + n, expected.path(n), came.path(n), differences));
        } else if (expected.isArray() && came.isArray() && expected.size() == came.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(at + "/" + i, expected.path(i), came.path(i), differences);
            }
        } else {
            differences.add(at + ": expected " + shown(expected) + ", came " + shown(came));
        }
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }

    private static Map<String, Object> tree(Batch batch) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("changes", batch.changes().stream().map(Expected::tree).toList());
        tree.put("rejected", batch.rejections().stream().map(Expected::tree).toList());
        tree.put("refused", batch.refused());
        tree.put("excluded", batch.excluded());
        tree.put("notTaken", batch.unknownFields());
        return tree;
    }

    private static Map<String, Object> tree(Change change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("record", change.key().uid());
        tree.put("kind", change.kind().name());
        tree.put("version", change.version());
        tree.put("observed", change.observedAt().toString());
        tree.put("audience", change.audience());
        Map<String, Object> values = new LinkedHashMap<>();
        change.values().forEach((name, value) -> values.put(name, Json.plain(value)));
        tree.put("values", values);
        Map<String, Object> links = new LinkedHashMap<>();
        change.links()
                .forEach((name, targets) ->
                        links.put(name, targets.stream().map(RecordKey::uid).toList()));
        tree.put("links", links);
        tree.put("places", change.places().stream().map(Expected::shown).toList());
        tree.put("flags", List.copyOf(change.flags()));
        return tree;
    }

    private static String shown(PlaceClue clue) {
        return switch (clue) {
            case PlaceClue.ByCode code -> "code " + code.code();
            case PlaceClue.ByName name -> "name '" + name.text() + "' within " + name.within();
            case PlaceClue.ByPoint point ->
                "point " + point.point().latitude() + ", " + point.point().longitude();
        };
    }

    private static Map<String, Object> tree(Rejected rejected) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("reason", rejected.reason().name());
        tree.put("path", rejected.path());
        tree.put("message", rejected.message());
        tree.put("position", rejected.position());
        tree.put("key", rejected.key());
        return tree;
    }
}
