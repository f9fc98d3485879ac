// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordType;

/**
 * How one type of record is had from an item.
 *
 * @param each elements that give one record each; paths then start from {@code {each: element, item: item}}
 * @param when only items for which it holds give a record
 * @param key one expression for each key field of the type
 * @param version empty = {@code snapshot}: the number of the poll
 * @param observed the source's time of this version; empty = the time of the poll
 * @param delete items for which it holds are deletions
 * @param checks by name; a check that gives false is broken, one that gives null does not apply
 */
public record RecordMapping(
        RecordType type,
        Optional<TreePath> each,
        Optional<TreePath> when,
        List<Expression> key,
        Optional<Expression> version,
        Optional<Expression> observed,
        Expression audience,
        Map<String, Value> values,
        Map<String, Link> links,
        List<Place> places,
        Map<String, TreePath> checks,
        Optional<TreePath> delete) {

    public RecordMapping {
        key = List.copyOf(key);
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        links = Collections.unmodifiableMap(new TreeMap<>(links));
        places = List.copyOf(places);
        checks = Collections.unmodifiableMap(new TreeMap<>(checks));
    }

    /** @param allowed values of the field's enum; empty when it is none */
    public record Value(RecordField field, List<String> allowed, Expression expression) {}

    /**
     * @param each elements that give one target each; paths then start from {@code {each: element, item: item}}
     * @param key one expression for each key field of the target; a single one may give a list
     * @param local whether the target's key begins with the source's name
     */
    public record Link(RecordLink link, boolean local, Optional<TreePath> each, List<Expression> key) {
        public Link {
            key = List.copyOf(key);
        }
    }

    /** A clue to the place. */
    public sealed interface Place {
        record Code(Expression code, Optional<Expression> scheme) implements Place {}

        record Name(Expression name, String within) implements Place {}

        record Point(Expression point) implements Place {}
    }

    /** All expressions whose paths start from the item, or from an element of {@code each}. */
    Stream<Expression> expressions() {
        return Stream.of(
                        key.stream(),
                        version.stream(),
                        observed.stream(),
                        Stream.of(audience),
                        values.values().stream().map(Value::expression),
                        places.stream().flatMap(RecordMapping::of))
                .flatMap(s -> s);
    }

    private static Stream<Expression> of(Place place) {
        return switch (place) {
            case Place.Code code -> Stream.concat(Stream.of(code.code()), code.scheme().stream());
            case Place.Name name -> Stream.of(name.name());
            case Place.Point point -> Stream.of(point.point());
        };
    }

    /** The paths that stand by themselves; those of checks excluded, since they see the mapped values. */
    Stream<TreePath> conditions() {
        return Stream.concat(when.stream(), delete.stream());
    }
}
