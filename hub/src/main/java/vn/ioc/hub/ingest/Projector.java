// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordType;
import vn.ioc.schema.VietnameseText;

/**
 * Makes a record from what its streams say: a field's owner first, else the newest by the sources' time among those whose
 * mapping takes the field, also when it is empty there. Pure; any order of arrival of the same facts gives the same
 * record.
 */
final class Projector {
    /** From the widest to the narrowest; a record that several streams give is for the narrowest of theirs. */
    private static final List<String> AUDIENCES = List.of("PUBLIC", "INTERNAL", "RESTRICTED");

    private final FieldOwners owners;

    Projector(FieldOwners owners) {
        this.owners = owners;
    }

    /** The relationships that the record's facts name. */
    Set<Edge> edges(Working record) {
        Set<Edge> edges = new TreeSet<>();
        List<Fact> live = record.live();
        for (RecordLink link : record.shape.links()) {
            chosen(record.shape.type(), link.name(), live, f -> f.links().containsKey(link.name()))
                    .map(f -> f.links().getOrDefault(link.name(), List.of()))
                    .ifPresent(targets -> targets.forEach(t -> edges.add(new Edge(link.type(), link.out(), t))));
        }
        return edges;
    }

    /**
     * All properties that the facts give but those of place; empty when no stream has the record.
     *
     * @param day that dates the record when its own date is missing
     */
    Map<String, Object> properties(Working record, LocalDate day) {
        List<Fact> live = record.live();
        Map<String, Object> node = new HashMap<>();
        if (live.isEmpty()) {
            return node;
        }
        RecordType type = record.shape.type();
        for (RecordField field : type.fields().values()) {
            Optional<Object> value = chosen(
                            type, field.name(), live, f -> f.taken().contains(field.name()))
                    .flatMap(f -> Optional.ofNullable(f.values().get(field.name())));
            value.ifPresent(v -> node.put(field.name(), v));
            if (value.isEmpty() && field.list() && field.nonNull()) {
                node.put(field.name(), List.of());
            }
            if (field.isText() && value.isPresent() && value.get() instanceof String text) {
                texts(record.shape, field, text, node);
            }
        }
        for (RecordLink link : record.shape.links()) {
            link.keyProperty()
                    .ifPresent(key -> TypeShape.end(link, record.edges()).ifPresent(end -> node.put(key, end)));
        }
        common(record, live, node, day);
        return node;
    }

    private static void texts(TypeShape shape, RecordField field, String text, Map<String, Object> node) {
        node.put(field.comparableProperty(), VietnameseText.comparable(text));
        if (shape.sorted(field)) {
            node.put(field.sortProperty(), Collation.key(text));
        }
        if (field.name().equals(shape.type().title())) {
            node.put(Properties.TITLE, text);
            node.put(Names.TITLE_CMP, VietnameseText.comparable(text));
            node.put(Names.TITLE_SORT, Collation.key(text));
        }
    }

    private static void common(Working record, List<Fact> live, Map<String, Object> node, LocalDate day) {
        RecordType type = record.shape.type();
        Fact newest = live.getFirst();
        node.put(Properties.TYPE, type.name());
        node.put(Properties.SECTOR, type.sector());
        LocalDate own = type.date().map(d -> Stored.day(node.get(d))).orElse(null);
        node.put(Properties.DATE, own == null ? day : own);
        node.put(
                Properties.FLAGS,
                live.stream()
                        .flatMap(f -> f.flags().stream())
                        .distinct()
                        .sorted()
                        .toList());
        node.put(Properties.SOURCE, newest.source());
        node.put(
                Properties.AUDIENCE,
                live.stream().map(Fact::audience).max(Projector::narrower).orElseThrow());
    }

    private static int narrower(String a, String b) {
        return Integer.compare(rank(a), rank(b));
    }

    /** An audience that is not known is narrower than any. */
    private static int rank(String audience) {
        int rank = AUDIENCES.indexOf(audience);
        return rank < 0 ? AUDIENCES.size() : rank;
    }

    private Optional<Fact> chosen(RecordType type, String name, List<Fact> newestFirst, Function<Fact, Boolean> takes) {
        Optional<String> owner = owners.owner(type.name(), name);
        return newestFirst.stream()
                .filter(f -> takes.apply(f) && owner.filter(f.source()::equals).isPresent())
                .findFirst()
                .or(() -> newestFirst.stream().filter(takes::apply).findFirst());
    }

    /** Own clues of the record, those of the newest version first; a clue counts once. */
    static List<String> clues(Working record) {
        return record.live().stream()
                .flatMap(f -> f.clues().stream())
                .distinct()
                .toList();
    }

    /** The newest of all, deletions included; its version and run are the record's. */
    static @Nullable Fact latest(Working record) {
        return record.facts.stream().min(Fact.NEWEST).orElse(null);
    }
}
