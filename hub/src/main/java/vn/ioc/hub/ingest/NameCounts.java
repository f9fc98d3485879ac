// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Value;

/** Names with how often each came, kept as two lists of a node: {@code <what>Fields} and {@code <what>Counts}. */
final class NameCounts {
    /** Different names that are kept at most. */
    private static final int MOST = 200;

    private NameCounts() {}

    static Map<String, Long> read(Value node, String what) {
        return node.get(what + "Fields").isNull()
                ? Map.of()
                : zip(
                        node.get(what + "Fields").asList(),
                        node.get(what + "Counts").asList());
    }

    static Map<String, Long> read(Map<String, Object> node, String what) {
        return node.get(what + "Fields") instanceof List<?> names && node.get(what + "Counts") instanceof List<?> counts
                ? zip(names, counts)
                : Map.of();
    }

    /** Both together; names beyond the most that are kept are dropped, the last in order first. */
    static Map<String, Long> sum(Map<String, Long> known, Map<String, Long> further) {
        Map<String, Long> all = new TreeMap<>(known);
        new TreeMap<>(further).forEach((name, count) -> {
            if (all.containsKey(name) || all.size() < MOST) {
                all.merge(name, count, Long::sum);
            }
        });
        return all;
    }

    private static Map<String, Long> zip(List<?> names, List<?> counts) {
        Map<String, Long> all = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            all.put(String.valueOf(names.get(i)), (Long) counts.get(i));
        }
        return all;
    }
}
