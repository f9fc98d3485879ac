// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ioc.hub.api.ErrorCode;

/**
 * What an operation may cost, from what it asks for alone. One point is one record or other object that may be read, page
 * sizes multiplied along the nesting, or one count; a root field is one point more. A link to one is one point for each
 * record that it starts from. Where a field may be of several types, the dearest counts. Each hop that a way between two
 * records may have is {@value #HOP} points, since each widens the search.
 */
final class CostEstimate {
    private static final int PAGE = 20;
    private static final int MOST = 100;
    private static final int HOP = 50;
    private static final int MOST_HOPS = 6;
    private static final Set<String> PAGES = Set.of("edges", "nodes");
    private static final Set<String> FREE = Set.of("pageInfo", "node");

    private CostEstimate() {}

    /**
     * The points of an operation.
     *
     * @throws Refusal when a page size is not from 1 to 100, or a way's hops not from 1 to 6
     */
    static long of(ExecutableNormalizedOperation operation) {
        long points = 0;
        for (ExecutableNormalizedField root : operation.getTopLevelFields()) {
            if (!root.getFieldName().startsWith("__")) {
                points += 1 + field(root, 1, 1);
            }
        }
        return points;
    }

    /** @param rows how often the field occurs; @param page objects of each list below it */
    private static long field(ExecutableNormalizedField field, long rows, long page) {
        Map<String, Object> arguments = field.getResolvedArguments();
        if (field.getFieldName().equals("totalCount")) {
            return rows;
        }
        if (!field.hasChildren()) {
            return 0;
        }
        if (arguments.get("maxHops") instanceof Number most) {
            long hops = within("maxHops", most.intValue(), MOST_HOPS);
            return rows * hops * HOP + dearest(field, rows * hops, 1);
        }
        boolean connection = field.getChildren().stream()
                .flatMap(c -> c.getObjectTypeNames().stream())
                .anyMatch(type -> type.endsWith("Connection"));
        boolean sized = connection || arguments.containsKey("first") || arguments.containsKey("last");
        long size = sized ? size(arguments) : 1;
        if (PAGES.contains(field.getFieldName())) {
            return dearest(field, rows * page, 1) + rows * page;
        }
        if (FREE.contains(field.getFieldName())) {
            return dearest(field, rows, 1);
        }
        return connection ? dearest(field, rows, size) : rows * size + dearest(field, rows * size, 1);
    }

    private static long dearest(ExecutableNormalizedField parent, long rows, long page) {
        Map<String, Long> byType = new HashMap<>();
        for (ExecutableNormalizedField child : parent.getChildren()) {
            long points = field(child, rows, page);
            Collection<String> types = child.getObjectTypeNames();
            types.forEach(type -> byType.merge(type, points, Long::sum));
        }
        return byType.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static long size(Map<String, Object> arguments) {
        for (String name : List.of("last", "first")) {
            if (arguments.get(name) instanceof Number number) {
                return within(name, number.intValue(), MOST);
            }
        }
        return PAGE;
    }

    private static int within(String name, int given, int most) {
        if (given < 1 || given > most) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "'" + name + "' is 1 to " + most + ", not " + given);
        }
        return given;
    }
}
