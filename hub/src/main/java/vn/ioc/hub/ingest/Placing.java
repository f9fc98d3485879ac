// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.territory.AreaCatalog;
import vn.ioc.hub.territory.Resolved;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;

/** Completes a record with its place, and with what it takes from the record that it is part of. */
final class Placing {
    /** What may change without anybody being told. */
    private static final Set<String> QUIET = Set.of(Properties.VERSION, Properties.HASH, Properties.RUN);

    private final Projector projector;
    private final Shapes shapes;

    Placing(Projector projector, Shapes shapes) {
        this.projector = projector;
        this.shapes = shapes;
    }

    /**
     * @param parent of the record that this one is part of; nothing when there is none
     * @param through of the record whose clues place this one when it has none
     * @param observedOn first day on which a version of it was observed
     */
    Projected project(
            Working record, Inherited parent, Inherited through, AreaCatalog areas, @Nullable LocalDate observedOn) {
        LocalDate day = observedOn == null ? areas.today() : observedOn;
        Map<String, Object> node = projector.properties(record, day);
        boolean exists = !node.isEmpty();
        boolean part = record.shape.parent().isPresent();
        List<String> clues = clues(record, through);
        if (exists && part) {
            put(node, Properties.SECTOR, parent.sector());
            put(node, Properties.AUDIENCE, parent.audience());
            put(node, Properties.PLACE, parent.place());
            put(node, Properties.PLACE_NOW, parent.placeNow());
        } else if (exists) {
            place(node, clues, areas).ifPresent(place -> {
                node.put(Properties.PLACE, place.place());
                place.placeNow().ifPresent(now -> node.put(Properties.PLACE_NOW, now));
            });
        }
        if (exists
                && !clues.isEmpty()
                && !shapes.placedThrough(record.shape.name()).isEmpty()) {
            node.put(Names.CLUES, clues);
        }
        Fact latest = Projector.latest(record);
        if (latest != null) {
            node.put(Properties.VERSION, latest.version());
            node.put(Properties.HASH, latest.hash());
            node.put(Properties.RUN, latest.run());
        }
        put(node, Names.OBSERVED_ON, observedOn);
        boolean visible = exists && whole(record, node) && (!part || parent.visible());
        return compare(record, node, visible);
    }

    /** Whether the streams together give what each record of the type has; until then it is a placeholder. */
    private static boolean whole(Working record, Map<String, Object> node) {
        return record.shape.type().fields().values().stream()
                .allMatch(field -> !field.nonNull() || field.derived() || node.containsKey(field.name()));
    }

    private static List<String> clues(Working record, Inherited through) {
        List<String> own = Projector.clues(record);
        return own.isEmpty() ? through.clues() : own;
    }

    private static Optional<Resolved> place(Map<String, Object> node, List<String> clues, AreaCatalog areas) {
        return node.get(Properties.DATE) instanceof LocalDate date
                ? areas.resolve(Clues.read(clues), date)
                : Optional.empty();
    }

    private static Projected compare(Working record, Map<String, Object> node, boolean visible) {
        Map<String, @Nullable Object> set = new HashMap<>();
        Set<String> changed = new TreeSet<>(record.changedLinks);
        for (String name : managed(record)) {
            Object now = node.get(name);
            if (!Objects.equals(now, record.before.get(name))) {
                set.put(name, now);
                if (!QUIET.contains(name)) {
                    spoken(record.shape, name).ifPresent(changed::add);
                }
            }
        }
        return new Projected(visible, set, changed, Working.inherited(node, visible));
    }

    /** Names of all properties that the facts decide. */
    private static Set<String> managed(Working record) {
        Set<String> names = new HashSet<>(List.of(
                Properties.TYPE,
                Properties.SECTOR,
                Properties.TITLE,
                Names.TITLE_SORT,
                Names.TITLE_CMP,
                Properties.DATE,
                Properties.PLACE,
                Properties.PLACE_NOW,
                Properties.AUDIENCE,
                Properties.FLAGS,
                Properties.SOURCE,
                Properties.VERSION,
                Properties.HASH,
                Properties.RUN,
                Names.CLUES,
                Names.OBSERVED_ON));
        for (RecordField field : record.shape.type().fields().values()) {
            names.add(field.name());
            if (field.isText()) {
                names.add(field.sortProperty());
                names.add(field.comparableProperty());
            }
        }
        record.shape.links().forEach(l -> l.keyProperty().ifPresent(names::add));
        return names;
    }

    /** A property in the SDL's words; empty for what only the hub reads. */
    private static Optional<String> spoken(TypeShape shape, String property) {
        if (property.equals(Properties.PLACE)) {
            return Optional.of("place");
        }
        if (property.equals(Properties.PLACE_NOW)) {
            return Optional.of("placeNow");
        }
        if (shape.type().findField(property).isPresent()
                || Set.of(
                                Properties.SECTOR,
                                Properties.TITLE,
                                Properties.DATE,
                                Properties.AUDIENCE,
                                Properties.FLAGS,
                                Properties.SOURCE)
                        .contains(property)) {
            return Optional.of(property);
        }
        return shape.links().stream()
                .filter(l -> l.keyProperty().filter(property::equals).isPresent())
                .map(RecordLink::name)
                .findFirst();
    }

    private static void put(Map<String, Object> node, String name, @Nullable Object value) {
        if (value == null) {
            node.remove(name);
        } else {
            node.put(name, value);
        }
    }
}
