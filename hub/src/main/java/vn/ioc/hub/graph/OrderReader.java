// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads an {@code orderBy} argument, and says whether an index serves it. */
final class OrderReader {
    private static final int MOST_LINKS = 3;
    private static final int MOST_LINKED = 3;

    private final RecordModel model;
    private final RightsReader rights;

    OrderReader(RecordModel model, RightsReader rights) {
        this.model = model;
        this.rights = rights;
    }

    /** @param where the filter that the order goes with; @param source where the records come from */
    Order read(RecordType type, @Nullable Object orderBy, Condition where, ConnectionShape.Source source) {
        List<OrderColumn> columns = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        if (orderBy instanceof List<?> list) {
            for (Object one : list) {
                Map<?, ?> given = (Map<?, ?>) one;
                given.forEach((name, by) -> {
                    OrderColumn column = given(type, String.valueOf(name), by, List.of());
                    if (seen.add(column.path())) {
                        columns.add(column);
                    }
                });
            }
        }
        if (columns.stream().filter(c -> !c.through().isEmpty()).count() > MOST_LINKED) {
            throw GraphException.badRequest("an order takes at most " + MOST_LINKED + " fields of linked records");
        }
        if (columns.isEmpty()) {
            type.order().forEach(name -> columns.add(column(type, name, true, List.of())));
        }
        return served(type, columns, where, source);
    }

    /** @param by the direction, or the order of the record that the link of that name leads to */
    private OrderColumn given(RecordType type, String name, @Nullable Object by, List<OrderColumn.Step> through) {
        if (by instanceof Map<?, ?> further) {
            return linked(type, name, further, through);
        }
        Readable field = readable(type, name);
        if (rights.visibility(type, field) != Visibility.CLEAR) {
            throw new GraphException(
                    GraphException.Reason.FORBIDDEN_FIELD,
                    "'" + name + "' of " + type.name() + " may not be read, so it cannot be ordered by");
        }
        return column(type, name, "DESC".equals(String.valueOf(by)), through);
    }

    private OrderColumn linked(RecordType type, String name, Map<?, ?> further, List<OrderColumn.Step> through) {
        if (through.size() == MOST_LINKS) {
            throw GraphException.badRequest("an order leads over at most " + MOST_LINKS + " links");
        }
        RecordLink link = type.findLink(name)
                .filter(l -> !l.many())
                .orElseThrow(() -> GraphException.badRequest("no link to one '" + name + "' on " + type.name()));
        RecordType target = model.type(link.target());
        List<OrderColumn.Step> way = new ArrayList<>(through);
        way.add(new OrderColumn.Step(link, rights.of(target)));
        Map.Entry<?, ?> by = further.entrySet().iterator().next();
        return given(target, String.valueOf(by.getKey()), by.getValue(), way);
    }

    private static Readable readable(RecordType type, String name) {
        return Readable.find(type, name)
                .orElseThrow(() -> GraphException.badRequest("no order '" + name + "' on " + type.name()));
    }

    private static OrderColumn column(
            RecordType type, String name, boolean descending, List<OrderColumn.Step> through) {
        Readable field = readable(type, name);
        String property = field.sort()
                .orElseThrow(() -> GraphException.badRequest("'" + name + "' of " + type.name() + " has no order"));
        return new OrderColumn(through, property, field.scalar(), descending, !field.nonNull() || !through.isEmpty());
    }

    private static Order served(
            RecordType type, List<OrderColumn> columns, Condition where, ConnectionShape.Source source) {
        if (columns.stream().anyMatch(c -> !c.through().isEmpty())) {
            return new Order(columns, List.of(), Order.Service.BOUNDED_SORT);
        }
        Set<String> equal = equal(where);
        boolean oneSeek = switch (source) {
            case ConnectionShape.Related related -> true;
            case ConnectionShape.InTerritory territory -> true;
            case ConnectionShape.Everything everything -> equal.contains(Properties.UID);
            case ConnectionShape.Keyed keyed -> equal.contains(Properties.UID) || !equal.add(keyed.property());
        };
        if (oneSeek) {
            return new Order(columns, List.of(), Order.Service.SORT);
        }
        boolean oneWay =
                columns.stream().map(OrderColumn::descending).distinct().count() == 1;
        boolean steppable = columns.size() == 1 || columns.stream().noneMatch(OrderColumn::nullable);
        return index(type, columns, equal)
                .filter(bound -> oneWay && steppable && starts(source, bound))
                .map(bound -> new Order(columns, bound, Order.Service.INDEX))
                .orElseGet(() -> new Order(columns, List.of(), Order.Service.BOUNDED_SORT));
    }

    /** An index of a keyed source must start at the key, else the whole index would be walked. */
    private static boolean starts(ConnectionShape.Source source, List<String> bound) {
        return !(source instanceof ConnectionShape.Keyed keyed) || bound.contains(keyed.property());
    }

    /** Of the indexes that end in the columns, what stands in front of them in the most selective one. */
    private static Optional<List<String>> index(RecordType type, List<OrderColumn> columns, Set<String> equal) {
        List<String> properties = columns.stream().map(OrderColumn::property).toList();
        return RecordIndexes.orders(type).stream()
                .filter(i -> i.size() >= properties.size()
                        && i.subList(i.size() - properties.size(), i.size()).equals(properties))
                .map(i -> i.subList(0, i.size() - properties.size()))
                .filter(equal::containsAll)
                .max(Comparator.comparingInt(List::size));
    }

    /** Properties that the filter binds to one value. */
    private static Set<String> equal(Condition where) {
        Set<String> equal = new TreeSet<>();
        switch (where) {
            case Condition.All all -> all.of().forEach(part -> equal.addAll(equal(part)));
            case Condition.Compare compare -> {
                if (compare.operator() == Condition.Operator.EQUAL && !compare.negated()) {
                    equal.add(compare.property());
                }
            }
            case Condition.Any any -> {}
            case Condition.Missing missing -> {}
            case Condition.Empty empty -> {}
            case Condition.Within within -> {}
            case Condition.Located located -> {}
            case Condition.Linked linked -> {}
        }
        return equal;
    }
}
