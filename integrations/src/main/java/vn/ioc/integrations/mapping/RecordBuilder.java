// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

<<<<<<< HEAD
import java.math.BigDecimal;
=======
>>>>>>> integrations
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Change;
<<<<<<< HEAD
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.integrations.change.Rejected;
=======
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.RecordKey;
>>>>>>> integrations

/** Builds the change of one record from one item. */
final class RecordBuilder {
    private static final Set<String> AUDIENCES = Set.of("PUBLIC", "INTERNAL", "RESTRICTED");
    private static final int LONGEST_KEY = 400;

    private final StreamMapping stream;
    private final RecordMapping record;
    private final SourceRecord item;

    RecordBuilder(StreamMapping stream, RecordMapping record, SourceRecord item) {
        this.stream = stream;
        this.record = record;
        this.item = item;
    }

    Change build(Scope scope) throws MappingException {
        RecordKey key = key(scope);
<<<<<<< HEAD
        long version = version(scope);
        Instant observed = observed(scope);
=======
        long version = Versions.version(record, item, scope);
        Instant observed = Versions.observed(record, item, scope);
>>>>>>> integrations
        String audience = audience(scope);
        if (record.delete().map(d -> d.holds(scope.tree())).orElse(false)) {
            return change(
                    key, version, observed, Change.Kind.DELETE, audience, Map.of(), Map.of(), List.of(), Set.of());
        }
        Map<String, Object> values = values(scope);
        return change(
                key,
                version,
                observed,
                Change.Kind.UPSERT,
                audience,
                values,
                links(scope),
<<<<<<< HEAD
                places(scope),
=======
                PlaceClues.of(record, scope),
>>>>>>> integrations
                broken(scope, values));
    }

    /** The key as text, for a rejection; empty when it cannot be read. */
    String keyText(Scope scope) {
        try {
            return key(scope).key();
        } catch (MappingException unreadable) {
            return "";
        }
    }

    private RecordKey key(Scope scope) throws MappingException {
        List<String> parts = new ArrayList<>();
        if (record.type().local()) {
            parts.add(stream.stream().source());
        }
        for (int i = 0; i < record.key().size(); i++) {
            Expression expression = record.key().get(i);
            String part = Texts.text(expression.evaluate(scope), expression.where());
            if (part == null) {
<<<<<<< HEAD
                throw missing(expression.where(), "the key " + record.type().key().get(i));
=======
                throw MappingException.missing(
                        expression.where(), "the key " + record.type().key().get(i));
>>>>>>> integrations
            }
            parts.add(part);
        }
        String joined = String.join("/", parts);
        if (joined.length() > LONGEST_KEY || joined.chars().anyMatch(Character::isISOControl)) {
            throw MappingException.conversion(
                    record.key().getFirst().where(),
                    "is no key; allowed are " + LONGEST_KEY + " characters without control characters");
        }
        return new RecordKey(record.type().name(), joined);
    }

<<<<<<< HEAD
    private long version(Scope scope) throws MappingException {
        if (record.version().isEmpty()) {
            return item.poll();
        }
        Expression expression = record.version().get();
        Object value = expression.evaluate(scope);
        return switch (value) {
            case null -> throw missing(expression.where(), "the version");
            case Instant moment -> moment.toEpochMilli();
            case LocalDate day -> day.atStartOfDay(DateFunction.HERE).toInstant().toEpochMilli();
            default -> {
                BigDecimal number = Numbers.number(value, expression.where());
                if (number == null) {
                    throw missing(expression.where(), "the version");
                }
                if (number.scale() > 0 && number.stripTrailingZeros().scale() > 0
                        || number.precision() - number.scale() > 18) {
                    throw MappingException.conversion(expression.where(), "is no whole number; a version is one");
                }
                yield number.longValue();
            }
        };
    }

    private Instant observed(Scope scope) throws MappingException {
        if (record.observed().isEmpty()) {
            return item.polledAt();
        }
        Expression expression = record.observed().get();
        return switch (expression.evaluate(scope)) {
            case Instant moment -> moment;
            case LocalDate day -> day.atStartOfDay(DateFunction.HERE).toInstant();
            case null, default -> item.polledAt();
        };
    }

    private String audience(Scope scope) throws MappingException {
        String audience = Texts.text(record.audience().evaluate(scope), record.audience().where());
=======
    private String audience(Scope scope) throws MappingException {
        String audience =
                Texts.text(record.audience().evaluate(scope), record.audience().where());
>>>>>>> integrations
        if (audience == null || !AUDIENCES.contains(audience)) {
            throw MappingException.conversion(record.audience().where(), "gives no audience; allowed are " + AUDIENCES);
        }
        return audience;
    }

    /** The mapped values, and the key fields that are not mapped by themselves. */
    private Map<String, Object> values(Scope scope) throws MappingException {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < record.key().size(); i++) {
            Expression expression = record.key().get(i);
<<<<<<< HEAD
            Object part = new FieldConversion(record.type().field(record.type().key().get(i)), Set.of())
=======
            Object part = new FieldConversion(
                            record.type().field(record.type().key().get(i)), Set.of())
>>>>>>> integrations
                    .convert(expression.evaluate(scope), expression.where());
            if (part != null) {
                values.put(record.type().key().get(i), part);
            }
        }
        for (RecordMapping.Value value : record.values().values()) {
            String where = value.expression().where();
            Object converted = new FieldConversion(value.field(), Set.copyOf(value.allowed()))
                    .convert(value.expression().evaluate(scope), where);
            if (converted != null) {
                values.put(value.field().name(), converted);
            } else if (value.field().nonNull() && !value.field().list()) {
<<<<<<< HEAD
                throw missing(where, "the field " + value.field().name());
=======
                throw MappingException.missing(
                        where, "the field " + value.field().name());
>>>>>>> integrations
            }
        }
        return values;
    }

    private Map<String, List<RecordKey>> links(Scope scope) throws MappingException {
        Map<String, List<RecordKey>> links = new TreeMap<>();
        for (RecordMapping.Link link : record.links().values()) {
            List<RecordKey> targets = new LinkTargets(stream.stream().source(), link).in(scope);
            if (targets.isEmpty() && link.link().nonNull() && !link.link().many()) {
<<<<<<< HEAD
                throw missing(link.key().getFirst().where(), "the link " + link.link().name());
=======
                throw MappingException.missing(
                        link.key().getFirst().where(), "the link " + link.link().name());
>>>>>>> integrations
            }
            links.put(link.link().name(), targets);
        }
        return links;
    }

<<<<<<< HEAD
    private List<PlaceClue> places(Scope scope) throws MappingException {
        List<PlaceClue> clues = new ArrayList<>();
        for (RecordMapping.Place place : record.places()) {
            PlaceClue clue = clue(place, scope);
            if (clue != null) {
                clues.add(clue);
            }
        }
        return clues;
    }

    private static @Nullable PlaceClue clue(RecordMapping.Place place, Scope scope) throws MappingException {
        return switch (place) {
            case RecordMapping.Place.Code code -> {
                String area = Texts.text(code.code().evaluate(scope), code.code().where());
                String scheme = code.scheme().isEmpty()
                        ? null
                        : Texts.text(
                                code.scheme().get().evaluate(scope),
                                code.scheme().get().where());
                if (area == null || (code.scheme().isPresent() && scheme == null)) {
                    yield null;
                }
                yield new PlaceClue.ByCode(scheme == null ? area : scheme + "/" + area);
            }
            case RecordMapping.Place.Name name -> {
                String text = Texts.text(name.name().evaluate(scope), name.name().where());
                yield text == null ? null : new PlaceClue.ByName(text, name.within());
            }
            case RecordMapping.Place.Point point ->
                point.point().evaluate(scope) instanceof GeoPoint found ? new PlaceClue.ByPoint(found) : null;
        };
    }

    /** Checks see the mapped values by field name, times as milliseconds since 1970, and the item as {@code item}. */
    private Set<String> broken(Scope scope, Map<String, Object> values) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        values.forEach((name, value) -> seen.put(name, switch (value) {
            case Instant moment -> moment.toEpochMilli();
            case LocalDate day -> day.atStartOfDay(DateFunction.HERE).toInstant().toEpochMilli();
            default -> Json.plain(value);
        }));
=======
    /** Checks see the mapped values by field name, times as milliseconds since 1970, and the item as {@code item}. */
    private Set<String> broken(Scope scope, Map<String, Object> values) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        values.forEach((name, value) -> seen.put(
                name,
                switch (value) {
                    case Instant moment -> moment.toEpochMilli();
                    case LocalDate day ->
                        day.atStartOfDay(DateFunction.HERE).toInstant().toEpochMilli();
                    default -> Json.plain(value);
                }));
>>>>>>> integrations
        seen.put("item", scope.tree());
        Set<String> broken = new TreeSet<>();
        record.checks().forEach((name, check) -> {
            if (Boolean.FALSE.equals(check.in(seen))) {
                broken.add(name);
            }
        });
        return broken;
    }

    private Change change(
            RecordKey key,
            long version,
            Instant observed,
            Change.Kind kind,
            String audience,
            Map<String, Object> values,
            Map<String, List<RecordKey>> links,
            List<PlaceClue> places,
            Set<String> flags) {
        Set<String> taken = new TreeSet<>();
        if (kind == Change.Kind.UPSERT) {
            taken.addAll(record.values().keySet());
            taken.addAll(record.type().key());
        }
        Map<String, Object> content = new TreeMap<>();
        Map<String, Object> plain = new TreeMap<>();
        values.forEach((name, value) -> plain.put(name, Json.plain(value)));
        content.put("values", plain);
        Map<String, List<String>> uids = new TreeMap<>();
<<<<<<< HEAD
        links.forEach((name, targets) ->
                uids.put(name, targets.stream().map(RecordKey::uid).distinct().sorted().toList()));
=======
        links.forEach((name, targets) -> uids.put(
                name, targets.stream().map(RecordKey::uid).distinct().sorted().toList()));
>>>>>>> integrations
        content.put("links", uids);
        content.put("places", places.stream().map(PlaceClue::toString).toList());
        content.put("kind", kind.name());
        content.put("audience", audience);
        content.put("taken", taken);
        content.put("flags", flags);
        content.put("mapping", stream.version());
        return new Change(
                stream.stream(),
                key,
                version,
                observed,
                kind,
                audience,
                values,
                taken,
                links,
                places,
                flags,
                stream.version(),
                Json.hash(content),
                item.hash());
    }
<<<<<<< HEAD

    private static MappingException missing(String path, String what) {
        return new MappingException(Rejected.Reason.MISSING, path, what + " is missing; it is required");
    }
=======
>>>>>>> integrations
}
