// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordType;

/**
 * A record type as the writer needs it.
 *
 * @param links declared links that sources fill; {@code place} and {@code placeNow} come from clues and are not among them
 * @param parent link to the record that it is part of
 * @param through link to the record whose clues place it when it has none
 */
record TypeShape(RecordType type, List<RecordLink> links, Optional<RecordLink> parent, Optional<RecordLink> through) {
    private static final Set<String> PLACES = Set.of(Properties.IN_PLACE, Properties.IN_PLACE_NOW);

    static TypeShape of(RecordType type) {
        List<RecordLink> links = type.declaredLinks().stream()
                .filter(l -> !PLACES.contains(l.type()))
                .toList();
        return new TypeShape(
                type,
                links,
                type.partOf().flatMap(type::findLink),
                type.placeThrough().flatMap(type::findLink));
    }

    String name() {
        return type.name();
    }

    /** Whether the link ends at the record that records of the type are part of. */
    boolean isParent(String link) {
        return parent.filter(p -> p.name().equals(link)).isPresent();
    }

    /** Relationship types of its links in one direction, sorted. */
    Set<String> relationships(boolean out) {
        return links.stream()
                .filter(l -> l.out() == out)
                .map(RecordLink::type)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The link that an edge belongs to; empty for an edge of nobody's declaration. */
    Optional<RecordLink> linkOf(Edge edge) {
        return links.stream().filter(l -> fits(l, edge)).findFirst();
    }

    static boolean fits(RecordLink link, Edge edge) {
        return link.type().equals(edge.type())
                && link.out() == edge.out()
                && link.target().equals(edge.otherType());
    }

    /** The far end of a to-one link among the edges: the least uid, should two sources disagree. */
    static Optional<String> end(RecordLink link, Collection<Edge> edges) {
        return edges.stream().filter(e -> fits(link, e)).map(Edge::other).min(String::compareTo);
    }

    /** Whether a change of edges of that relationship changes more of the record than the edges. */
    boolean dependsOn(String relationship, boolean out) {
        List<RecordLink> dependent = new ArrayList<>();
        parent.ifPresent(dependent::add);
        through.ifPresent(dependent::add);
        links.stream().filter(l -> l.keyProperty().isPresent()).forEach(dependent::add);
        return dependent.stream().anyMatch(l -> l.type().equals(relationship) && l.out() == out);
    }

    /** Texts that carry a sort key: what can be ordered by, and the title. */
    boolean sorted(RecordField field) {
        return field.isText() && (type.orderable(field) || type.title().equals(field.name()));
    }

    /** Texts whose comparable form has a TEXT index: names, what is indexed, and what weighs in the search. */
    static boolean comparedByIndex(RecordField field) {
        boolean weighty = field.search()
                .filter(s -> s.as() == RecordField.SearchAs.NAME || s.boost() > 1)
                .isPresent();
        return field.isText() && (field.indexed() || weighty);
    }
}
