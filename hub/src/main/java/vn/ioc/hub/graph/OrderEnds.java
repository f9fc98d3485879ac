// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;

/** Finds the records whose values an order is by, where links lead to them; one that is hidden or absent is null. */
final class OrderEnds {
    private final Variables variables;
    private final ConditionCypher conditions;

    OrderEnds(Variables variables, ConditionCypher conditions) {
        this.variables = variables;
        this.conditions = conditions;
    }

    /**
     * For rows in order, which stay so: each looks for its own.
     *
     * @param of variable of the records that are ordered
     * @param text takes the sub-queries
     * @return for each column the variable of the record that has its value
     */
    List<String> each(Order order, String of, StringBuilder text) {
        return owners(order, of, text, false);
    }

    /** For rows in any order, of which nothing but {@code of} is kept: one search for all that keep the same key. */
    List<String> together(Order order, String of, StringBuilder text) {
        return owners(order, of, text, true);
    }

    private List<String> owners(Order order, String of, StringBuilder text, boolean together) {
        Map<List<OrderColumn.Step>, String> found = new LinkedHashMap<>(Map.of(List.of(), of));
        List<String> owners = new ArrayList<>();
        for (OrderColumn column : order.columns()) {
            for (int length = 1; length <= column.through().size(); length++) {
                List<OrderColumn.Step> way = column.through().subList(0, length);
                if (!found.containsKey(way)) {
                    String from = found.getOrDefault(way.subList(0, length - 1), of);
                    boolean byKey = together && length == 1;
                    found.put(way, step(way.getLast(), from, byKey ? others(found, of) : Optional.empty(), text));
                }
            }
            owners.add(found.getOrDefault(column.through(), of));
        }
        return owners;
    }

    private static Optional<List<String>> others(Map<List<OrderColumn.Step>, String> found, String of) {
        return Optional.of(found.values().stream().filter(v -> !v.equals(of)).toList());
    }

    /** @param kept variables beside {@code from} that outlive a grouping by key; empty = rows keep their order */
    private String step(OrderColumn.Step step, String from, Optional<List<String>> kept, StringBuilder text) {
        String end = variables.next("d");
        if (step.rights().isEmpty()) {
            text.append("WITH *, null AS " + end + "\n");
            return end;
        }
        String far = variables.next("x");
        RecordLink link = step.link();
        List<String> parts = new ArrayList<>();
        if (kept.isPresent() && link.keyProperty().isPresent()) {
            String key = variables.next("h");
            String all = variables.next("s");
            String rest = kept.get().stream().map(v -> v + ", ").collect(Collectors.joining());
            parts.add(far + "." + Properties.UID + " = " + key);
            parts.add(conditions.rights(step.rights().get(), far));
            text.append("WITH " + rest + from + "." + link.keyProperty().get() + " AS " + key + ", collect(" + from
                    + ") AS " + all + "\nCALL (" + key + ") { MATCH (" + far
                    + ConditionCypher.label(link.target(), true) + ")" + ConditionCypher.where(parts)
                    + " RETURN collect(" + far + ")[0] AS " + end + " }\nUNWIND " + all + " AS " + from + "\n");
            return end;
        }
        String pattern = ConditionCypher.pattern(link, from, far, parts);
        parts.add(conditions.rights(step.rights().get(), far));
        text.append("CALL (" + from + ") { MATCH " + pattern + ConditionCypher.where(parts) + " WITH " + far
                + " ORDER BY " + far + "." + Properties.UID + " LIMIT 1 RETURN collect(" + far + ")[0] AS " + end
                + " }\n");
        return end;
    }
}
