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
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;

/**
 * What an operation may cost, from what it asks for alone. One point is one record or other object that may be read, page
 * sizes multiplied along the nesting, or one count; a root field is one point more. A link to one is one point for each
 * record that it starts from. Where a field may be of several types, the dearest counts. {@code related} costs every link
 * that it goes over. Each hop that a way between two records may have is {@value #HOP} points, since each widens the search.
 */
final class CostEstimate {
    private static final int PAGE = 20;
    private static final int MOST = 100;
    private static final int HOP = 50;
    private static final Set<String> PAGES = Set.of("edges", "nodes");
    private static final Set<String> FREE = Set.of("pageInfo", "node");

    private final RecordModel model;

    CostEstimate(RecordModel model) {
        this.model = model;
    }

    /**
     * The points of an operation.
     *
     * @throws Refusal when a page size is not from 1 to 100, or a way's hops not from 1 to 6
     */
    long of(ExecutableNormalizedOperation operation) {
        long points = 0;
        for (ExecutableNormalizedField root : operation.getTopLevelFields()) {
            if (!root.getFieldName().startsWith("__")) {
                points += 1 + field(root, 1, 1);
            }
        }
        return points;
    }

    /** @param rows how often the field occurs; @param page objects of each list below it */
    private long field(ExecutableNormalizedField field, long rows, long page) {
        Map<String, Object> arguments = field.getResolvedArguments();
        if (field.getFieldName().equals("totalCount")) {
            return rows;
        }
        if (!field.hasChildren()) {
            return 0;
        }
        if (arguments.get("maxHops") instanceof Number most) {
            long hops = within("maxHops", most.intValue(), RecordReader.MOST_HOPS);
            return rows * hops * HOP + dearest(field, rows * hops, 1);
        }
        if (field.getFieldName().equals("related")) {
            return related(field, rows);
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

    private long related(ExecutableNormalizedField field, long rows) {
        long most = 0;
        long size = size(field.getResolvedArguments());
        for (String name : field.getObjectTypeNames()) {
            List<RecordLink> links = model.type(name).links().values().stream()
                    .filter(link -> asked(field, "links", link.name())
                            && asked(field, "sectors", model.type(link.target()).sector()))
                    .toList();
            long records =
                    links.stream().mapToLong(link -> link.many() ? size : 1).sum();
            most = Math.max(most, 2L * rows * links.size() + dearest(field, rows * records, 1));
        }
        return most;
    }

    /** Whether a list names a value; one that is absent or empty names all. */
    private static boolean asked(ExecutableNormalizedField field, String list, String value) {
        return !(field.getResolvedArguments().get(list) instanceof List<?> some)
                || some.isEmpty()
                || some.contains(value);
    }

    private long dearest(ExecutableNormalizedField parent, long rows, long page) {
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
