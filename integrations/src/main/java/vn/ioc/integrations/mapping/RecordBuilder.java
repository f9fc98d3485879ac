// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

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
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.RecordKey;

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
        long version = Versions.version(record, item, scope);
        Instant observed = Versions.observed(record, item, scope);
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
                PlaceClues.of(record, scope),
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
                throw MappingException.missing(
                        expression.where(), "the key " + record.type().key().get(i));
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

    private String audience(Scope scope) throws MappingException {
        String audience =
                Texts.text(record.audience().evaluate(scope), record.audience().where());
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
            Object part = new FieldConversion(
                            record.type().field(record.type().key().get(i)), Set.of())
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
                throw MappingException.missing(
                        where, "the field " + value.field().name());
            }
        }
        return values;
    }

    private Map<String, List<RecordKey>> links(Scope scope) throws MappingException {
        Map<String, List<RecordKey>> links = new TreeMap<>();
        for (RecordMapping.Link link : record.links().values()) {
            List<RecordKey> targets = new LinkTargets(stream.stream().source(), link).in(scope);
            if (targets.isEmpty() && link.link().nonNull() && !link.link().many()) {
                throw MappingException.missing(
                        link.key().getFirst().where(), "the link " + link.link().name());
            }
            links.put(link.link().name(), targets);
        }
        return links;
    }

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
        links.forEach((name, targets) -> uids.put(
                name, targets.stream().map(RecordKey::uid).distinct().sorted().toList()));
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
}
