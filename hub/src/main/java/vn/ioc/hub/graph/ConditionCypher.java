// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;

/** Writes conditions and rights as Cypher predicates. In a WHERE, where they stand, unknown counts as false. */
final class ConditionCypher {
    private final Variables variables;

    ConditionCypher(Variables variables) {
        this.variables = variables;
    }

    /** Parts of a WHERE that must all hold; none when it is true of all. */
    List<String> parts(Condition condition, String of) {
        return condition instanceof Condition.All all
                ? all.of().stream().flatMap(part -> parts(part, of).stream()).toList()
                : List.of(text(condition, of));
    }

    String rights(RightsShape rights, String of) {
        return rights(rights, of, of);
    }

    /** @param version of the record, whose audience may be another one than the record's now */
    String rights(RightsShape rights, String of, String version) {
        List<String> grants =
                rights.grants().stream().map(g -> grant(g, of, version)).toList();
        return grants.size() == 1 ? grants.getFirst() : "((" + String.join(") OR (", grants) + "))";
    }

    static String where(List<String> parts) {
        return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }

    static String slot(int slot) {
        return "$p" + slot;
    }

    /** In what those areas cover; {@code areas} is a parameter or a property. */
    static String within(String of, String areas) {
        return "(" + of + "." + Properties.PLACE + " IN " + areas + " OR " + of + "." + Properties.PLACE_NOW + " IN "
                + areas + ")";
    }

    /** The label of a type, with that of all records when the uid is known, whose index is theirs. */
    static String label(String type, boolean byUid) {
        return byUid ? ":" + Properties.ENTITY + "&" + type : ":" + type;
    }

    private static String grant(RightsShape.GrantShape grant, String of, String version) {
        String audience = version + "." + Properties.AUDIENCE + " IN " + slot(grant.audiences());
        return grant.areas().isEmpty()
                ? audience
                : audience + " AND " + within(of, slot(grant.areas().getAsInt()));
    }

    private String text(Condition condition, String of) {
        return switch (condition) {
            case Condition.All all -> joined(all.of(), of, " AND ", "true");
            case Condition.Any any -> joined(any.of(), of, " OR ", "false");
            case Condition.Compare compare -> compare(compare, of + "." + compare.property());
            case Condition.Missing missing ->
                of + "." + missing.property() + (missing.negated() ? " IS NOT NULL" : " IS NULL");
            case Condition.Empty empty ->
                "coalesce(size(" + of + "." + empty.property() + "), 0)" + (empty.negated() ? " > 0" : " = 0");
            case Condition.Within within -> within(within, of);
            case Condition.Located located -> located(located, of + "." + located.property());
            case Condition.Linked linked -> linked(linked, of);
        };
    }

    private String joined(List<Condition> parts, String of, String with, String ofNone) {
        return parts.isEmpty()
                ? ofNone
                : parts.stream().map(p -> text(p, of)).collect(Collectors.joining(with, "(", ")"));
    }

    private static String compare(Condition.Compare compare, String property) {
        String holds = compare.operator().on(property, slot(compare.slot()));
        return compare.negated() ? "(" + property + " IS NULL OR NOT " + holds + ")" : holds;
    }

    private static String within(Condition.Within within, String of) {
        String areas = slot(within.slot());
        return within.negated()
                ? "NOT (coalesce(" + of + "." + Properties.PLACE + " IN " + areas + ", false) OR coalesce(" + of + "."
                        + Properties.PLACE_NOW + " IN " + areas + ", false))"
                : within(of, areas);
    }

    private static String located(Condition.Located located, String point) {
        String holds = region(located.region(), point);
        return located.negated() ? "(" + point + " IS NULL OR NOT " + holds + ")" : holds;
    }

    private static String region(Region region, String point) {
        return switch (region) {
            case Region.Box box ->
                "point.withinBBox(" + point + ", " + slot(box.southWest()) + ", " + slot(box.northEast()) + ")";
            case Region.Circle circle ->
                "point.distance(" + point + ", " + slot(circle.centre()) + ") <= " + slot(circle.radius());
            case Region.Polygon polygon -> {
                String latitude = point + ".latitude";
                yield "(" + region(polygon.around(), point) + " AND reduce(inside = false, e IN "
                        + slot(polygon.edges()) + " | CASE WHEN (e[0] > " + latitude + ") <> (e[2] > " + latitude
                        + ") AND " + point + ".longitude < (e[3] - e[1]) * (" + latitude
                        + " - e[0]) / (e[2] - e[0]) + e[1] THEN NOT inside ELSE inside END))";
            }
        };
    }

    private String linked(Condition.Linked linked, String of) {
        String far = variables.next("x");
        List<String> parts = new ArrayList<>();
        String pattern = pattern(linked.link(), of, far, parts);
        parts.add(rights(linked.rights(), far));
        parts.addAll(parts(linked.such(), far));
        return (linked.negated() ? "NOT " : "") + "EXISTS { MATCH " + pattern + where(parts) + " }";
    }

    /**
     * From a record over a link to its far end.
     *
     * @param parts of the WHERE, to which the link adds what its pattern does not say
     */
    static String pattern(RecordLink link, String from, String to, List<String> parts) {
        if (link.origin() == RecordLink.Origin.TERRITORY) {
            parts.add(within(to, from + "." + Properties.COVERS));
            return "(" + to + label(link.target(), false) + ")";
        }
        if (link.keyProperty().isPresent()) {
            String key = link.keyProperty().get();
            parts.add(
                    link.many()
                            ? to + "." + key + " = " + from + "." + Properties.UID
                            : to + "." + Properties.UID + " = " + from + "." + key);
            return "(" + to + label(link.target(), !link.many()) + ")";
        }
        return "(" + from + ")" + arrow(link, false) + "(" + to + label(link.target(), false) + ")";
    }

    /** @param flipped seen from the link's far end */
    static String arrow(RecordLink link, boolean flipped) {
        return link.out() == flipped ? "<-[:" + link.type() + "]-" : "-[:" + link.type() + "]->";
    }
}
