// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;

/** What the graph cannot hold although the mapping gave it: one item is rejected instead of its whole page. */
final class ChangeCheck {
    /** Bytes (UTF-8) that an index of Neo4j surely holds for one value, with room for the others of a composite one. */
    private static final int INDEXED = 2_000;

    /** The same of a TEXT index; lower case may be longer than the text. */
    private static final int COMPARED = 15_000;

    private static final int KEY = 1_000;

    private final Shapes shapes;

    ChangeCheck(Shapes shapes) {
        this.shapes = shapes;
    }

    /**
     * @throws IngestException when the change names what the model does not have: a mapping that was never checked
     */
    Optional<Rejected> check(Change change, Instant now) {
        TypeShape shape = shapes.shape(change.key().type());
        if (bytes(change.key().key()) > KEY) {
            return rejected(change, "", "the key is longer than " + KEY + " bytes", now);
        }
        for (Map.Entry<String, Object> value : change.values().entrySet()) {
            RecordField field = shape.type().field(value.getKey());
            Stored.value(shape.name(), field, value.getValue());
            int limit =
                    indexed(shape, field) ? INDEXED : TypeShape.comparedByIndex(field) ? COMPARED : Integer.MAX_VALUE;
            if (value.getValue() instanceof String text && bytes(text) > limit) {
                return rejected(change, field.name(), "this field holds at most " + limit + " bytes of UTF-8", now);
            }
        }
        for (Map.Entry<String, List<RecordKey>> entry : change.links().entrySet()) {
            Optional<String> problem = problem(shape, entry.getKey(), entry.getValue());
            if (problem.isPresent()) {
                return rejected(change, entry.getKey(), problem.get(), now);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(TypeShape shape, String name, List<RecordKey> targets) {
        RecordLink link = shape.links().stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IngestException(
                        IngestException.Reason.INVALID_CHANGE,
                        shape.name() + " has no link '" + name + "' that a source may fill"));
        if (targets.stream().anyMatch(t -> !t.type().equals(link.target()))) {
            throw new IngestException(
                    IngestException.Reason.INVALID_CHANGE,
                    shape.name() + "." + name + " ends at " + link.target() + " only");
        }
        if (targets.stream().anyMatch(t -> bytes(t.key()) > KEY)) {
            return Optional.of("a target's key is longer than " + KEY + " bytes");
        }
        return !link.many() && targets.size() > 1 ? Optional.of("a link to one has several targets") : Optional.empty();
    }

    /** Same version, other content, from a source that numbers its versions. */
    static Rejected conflict(Change change, Instant now) {
        return new Rejected(
                change.stream(),
                Rejected.Reason.CONFLICT,
                "",
                "version " + change.version() + " came before with other content; a source that numbers its versions "
                        + "gives each content its own",
                position(change),
                change.key().key(),
                "",
                now);
    }

    /** Where rejections of the graph itself say that they stood: they know the record, not the item. */
    static String position(Change change) {
        String uid = change.key().uid();
        return uid.substring(0, Math.min(uid.length(), 200));
    }

    private static boolean indexed(TypeShape shape, RecordField field) {
        return field.indexed()
                || field.facet()
                || shape.type().key().contains(field.name())
                || shape.type().order().contains(field.name())
                || shape.type().indexes().stream().anyMatch(i -> i.contains(field.name()));
    }

    private static Optional<Rejected> rejected(Change change, String path, String message, Instant now) {
        return Optional.of(new Rejected(
                change.stream(), Rejected.Reason.CONVERSION, path, message, position(change), "", "", now));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
