// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Completes the declared links: key properties for links to reference types, reverse connections, {@code place} and
 * {@code placeNow} on every type, and an area's connections to the records placed in it.
 */
final class LinkDerivation {
    private static final String PLACE = "The area (địa bàn) where it lies, as valid on its date.";
    private static final String PLACE_NOW = "Today's area (địa bàn hiện nay) that holds its place.";

    private final Map<String, RecordType> declared;

    LinkDerivation(Map<String, RecordType> declared) {
        this.declared = declared;
    }

    Map<String, RecordType> derive() {
        Map<String, Map<String, RecordLink>> links = new LinkedHashMap<>();
        declared.values().forEach(type -> {
            Map<String, RecordLink> own = new LinkedHashMap<>();
            type.links().values().forEach(link -> own.put(link.name(), keyed(link)));
            links.put(type.name(), own);
        });
        declared.values().forEach(type -> type.links().values().forEach(link -> reverse(type, link, links)));
        if (declared.containsKey(RecordModel.AREA)) {
            declared.values().forEach(type -> territory(type, links));
        }
        Map<String, RecordType> derived = new LinkedHashMap<>();
        declared.forEach((name, type) -> derived.put(name, with(type, links.getOrDefault(name, Map.of()))));
        return derived;
    }

    private RecordLink keyed(RecordLink link) {
        RecordType target = declared.get(link.target());
        boolean keyed = target != null && target.reference() && !link.many() && link.out();
        return keyed ? withKey(link, link.name() + "Key") : link;
    }

    private void reverse(RecordType owner, RecordLink link, Map<String, Map<String, RecordLink>> links) {
        Map<String, RecordLink> target = links.get(link.target());
        if (target == null || link.inverseOf().isEmpty()) {
            return;
        }
        String name = link.inverseOf().get();
        RecordLink inverse = new RecordLink(
                link.target(),
                name,
                link.owner(),
                link.type(),
                !link.out(),
                true,
                true,
                RecordLink.Origin.INVERSE,
                Optional.of(link.name()),
                keyed(link).keyProperty(),
                named(owner) + " whose `" + link.name() + "` " + (link.many() ? "names this one." : "is this one."));
        add(target, inverse);
    }

    /** What records of a type are called, with the Vietnamese term where the type's description has one. */
    private static String named(RecordType type) {
        Matcher term = Term.BRACKETS.matcher(type.description());
        return "Records of type " + type.name() + (term.find() ? " " + term.group() : "");
    }

    private void territory(RecordType type, Map<String, Map<String, RecordLink>> links) {
        Map<String, RecordLink> own = links.getOrDefault(type.name(), new LinkedHashMap<>());
        add(own, place(type, "place", Properties.IN_PLACE, Properties.PLACE));
        add(own, place(type, "placeNow", Properties.IN_PLACE_NOW, Properties.PLACE_NOW));
        Map<String, RecordLink> area = links.get(RecordModel.AREA);
        if (area != null && !type.name().equals(RecordModel.AREA)) {
            add(
                    area,
                    new RecordLink(
                            RecordModel.AREA,
                            type.plural(),
                            type.name(),
                            Properties.IN_PLACE,
                            false,
                            true,
                            true,
                            RecordLink.Origin.TERRITORY,
                            Optional.empty(),
                            Optional.empty(),
                            named(type)
                                    + " whose place, then or now, lies in this area, its parts, predecessors and whole successors."));
        }
    }

    private static RecordLink place(RecordType type, String name, String relationship, String property) {
        return new RecordLink(
                type.name(),
                name,
                RecordModel.AREA,
                relationship,
                true,
                false,
                false,
                RecordLink.Origin.DECLARED,
                Optional.empty(),
                Optional.of(property),
                name.equals("place") ? PLACE : PLACE_NOW);
    }

    private static void add(Map<String, RecordLink> links, RecordLink link) {
        if (links.putIfAbsent(link.name(), link) != null) {
            throw new SchemaException(
                    SchemaException.Reason.CLASH,
                    "",
                    link.owner() + "." + link.name() + " is there already; give the reverse of " + link.target() + "."
                            + link.inverseOf().orElse(link.name()) + " another name with @link(inverse:)");
        }
    }

    private static RecordLink withKey(RecordLink l, String property) {
        return new RecordLink(
                l.owner(),
                l.name(),
                l.target(),
                l.type(),
                l.out(),
                l.many(),
                l.nonNull(),
                l.origin(),
                l.inverseOf(),
                Optional.of(property),
                l.description());
    }

    private static RecordType with(RecordType t, Map<String, RecordLink> links) {
        return new RecordType(
                t.name(),
                t.sector(),
                t.key(),
                t.local(),
                t.title(),
                t.date(),
                t.order(),
                t.plural(),
                t.partOf(),
                t.placeThrough(),
                t.reference(),
                t.indexes(),
                t.searchThrough(),
                t.fields(),
                links,
                t.personal(),
                t.description());
    }
}
