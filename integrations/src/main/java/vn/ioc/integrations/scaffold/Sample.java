// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.tree.DecodeException;
import vn.ioc.integrations.tree.Format;

/**
 * What a recorded answer or file of a source looks like.
 *
 * @param format {@code json} or {@code csv}
 * @param items JMESPath of the items
 * @param rows the items
 * @param next JMESPath of what the next page begins with
 * @param total JMESPath of the number of rows in all
 */
record Sample(
        String format,
        String items,
        List<Map<String, @Nullable Object>> rows,
        Optional<String> next,
        Optional<String> total) {
    private static final Pattern JSON = Pattern.compile("^\\s*[\\[{]", Pattern.DOTALL);
    private static final int DEEPEST = 4;

    /**
     * Reads a sample: JSON when it begins so, else CSV. Its items are the longest list of objects in it.
     *
     * @throws ScaffoldException when it is neither, or has no list of objects
     */
    static Sample read(byte[] bytes) {
        boolean json = isJson(bytes);
        Format format = json ? new Format.Json() : new Format.Csv(null, Set.of());
        try {
            Object tree = format.decode(bytes);
            Place found = longest(tree);
            if (found == null || found.rows().isEmpty()) {
                throw new ScaffoldException("the sample has no list of objects, or no row");
            }
            Map<String, @Nullable Object> root = tree instanceof Map<?, ?> object ? object(object) : Map.of();
            return new Sample(
                    json ? "json" : "csv",
                    found.path(),
                    found.rows(),
                    scalar(root, Role.CURSOR),
                    scalar(root, Role.TOTAL));
        } catch (DecodeException e) {
            throw new ScaffoldException("the sample is neither JSON nor CSV in UTF-8: " + e.what());
        }
    }

    static boolean isJson(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8);
        return JSON.matcher(head.replace("\uFEFF", "")).find();
    }

    private record Place(String path, List<Map<String, @Nullable Object>> rows) {}

    private static @Nullable Place longest(@Nullable Object tree) {
        if (isObjects(tree)) {
            return new Place("@", objects(tree));
        }
        record Node(String path, Map<String, @Nullable Object> object, int depth) {}
        Place best = null;
        Deque<Node> waiting = new ArrayDeque<>();
        if (tree instanceof Map<?, ?> root) {
            waiting.add(new Node("", object(root), 1));
        }
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            for (Map.Entry<String, @Nullable Object> entry : node.object().entrySet()) {
                String path = node.path() + FieldNames.step(entry.getKey());
                if (isObjects(entry.getValue())) {
                    List<Map<String, @Nullable Object>> rows = objects(entry.getValue());
                    best = best == null || rows.size() > best.rows().size() ? new Place(path, rows) : best;
                } else if (entry.getValue() instanceof Map<?, ?> below && node.depth() < DEEPEST) {
                    waiting.add(new Node(path + ".", object(below), node.depth() + 1));
                }
            }
        }
        return best;
    }

    /** The first scalar of the root, or of an object in it, whose name says so. */
    private static Optional<String> scalar(Map<String, @Nullable Object> root, Role role) {
        for (Map.Entry<String, @Nullable Object> entry : root.entrySet()) {
            boolean plain = !(entry.getValue() instanceof Map) && !(entry.getValue() instanceof List);
            if (plain && role.fits(entry.getKey())) {
                return Optional.of(FieldNames.step(entry.getKey()));
            }
        }
        for (Map.Entry<String, @Nullable Object> entry : root.entrySet()) {
            if (entry.getValue() instanceof Map<?, ?> below) {
                Optional<String> found = scalar(object(below), role);
                if (found.isPresent()) {
                    return found.map(path -> FieldNames.step(entry.getKey()) + "." + path);
                }
            }
        }
        return Optional.empty();
    }

    static boolean isObjects(@Nullable Object value) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(element -> element instanceof Map);
    }

    static List<Map<String, @Nullable Object>> objects(@Nullable Object value) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> {
                if (element instanceof Map<?, ?> object) {
                    objects.add(object(object));
                }
            });
        }
        return objects;
    }

    static Map<String, @Nullable Object> object(Map<?, ?> map) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        map.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }
}
