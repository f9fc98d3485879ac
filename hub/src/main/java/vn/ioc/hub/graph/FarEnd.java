// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;

/**
 * The selective side of a filter: a linked record that is named by its uid. The scan starts there.
 *
 * @param rest of the filter, the link left out
 */
record FarEnd(ConnectionShape.Far far, ConnectionShape.Source source, Condition rest) {

    /** The first link of the filter that must hold and names its record; a kept key property is best, since it orders. */
    static Optional<FarEnd> find(Condition where) {
        List<Condition> parts = where instanceof Condition.All all ? all.of() : List.of(where);
        Optional<Condition.Linked> keyed = parts.stream()
                .flatMap(p -> named(p).stream())
                .filter(l -> forward(l.link()))
                .findFirst();
        return keyed.or(() -> parts.stream()
                        .flatMap(p -> named(p).stream())
                        .filter(l -> !keyed(l.link()))
                        .findFirst())
                .map(linked -> {
                    List<Condition> rest = new ArrayList<>(parts);
                    rest.remove(linked);
                    return new FarEnd(
                            new ConnectionShape.Far(linked.link().target(), linked.rights(), linked.such()),
                            source(linked.link()),
                            new Condition.All(rest));
                });
    }

    private static ConnectionShape.Source source(RecordLink link) {
        return forward(link)
                ? new ConnectionShape.Keyed(link.keyProperty().orElseThrow())
                : new ConnectionShape.Related(link, true);
    }

    private static Optional<Condition.Linked> named(Condition condition) {
        return condition instanceof Condition.Linked linked && !linked.negated() && names(linked.such())
                ? Optional.of(linked)
                : Optional.empty();
    }

    private static boolean names(Condition such) {
        return switch (such) {
            case Condition.All all -> all.of().stream().anyMatch(FarEnd::names);
            case Condition.Compare compare ->
                compare.property().equals(Properties.UID)
                        && compare.operator() == Condition.Operator.EQUAL
                        && !compare.negated();
            case Condition.Any any -> false;
            case Condition.Missing missing -> false;
            case Condition.Empty empty -> false;
            case Condition.Within within -> false;
            case Condition.Located located -> false;
            case Condition.Linked linked -> false;
        };
    }

    private static boolean keyed(RecordLink link) {
        return link.keyProperty().isPresent() || link.origin() == RecordLink.Origin.TERRITORY;
    }

    /** The key lies on the records that are scanned. */
    private static boolean forward(RecordLink link) {
        return keyed(link) && !link.many();
    }
}
