// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.Value;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.schema.RecordType;

/**
 * What one stream says of one record now: the newest accepted version, as its {@code :Assertion} node holds it. Field
 * values are properties named {@value #VALUE}{@code field}; links are relationships {@value #LINK}{@code TYPE} to their
 * targets.
 *
 * @param n 0 for the first accepted version of the record in the stream
 * @param deleted the stream says that the record is gone; it has no values then
 * @param taken fields that the mapping fills, also those that are empty
 * @param links targets' uids by link name, one entry for each link that the mapping fills
 * @param clues to the place, as {@link Clues} writes them
 */
record Fact(
        String uid,
        String source,
        String stream,
        long n,
        long version,
        String hash,
        String payloadHash,
        String mapping,
        String run,
        Instant observedAt,
        boolean deleted,
        String audience,
        Set<String> flags,
        Set<String> taken,
        Map<String, Object> values,
        Map<String, List<String>> links,
        List<String> clues) {
    static final String VALUE = "v_";
    static final String LINK = "SAYS_";

    /** The newest first, by the sources' times; the rest only makes the order total. */
    static final Comparator<Fact> NEWEST = Comparator.comparing(Fact::observedAt)
            .thenComparingLong(Fact::version)
            .reversed()
            .thenComparing(Fact::source)
            .thenComparing(Fact::stream);

    String id() {
        return source + "|" + stream + "|" + uid + "|" + n;
    }

    boolean of(String otherSource, String otherStream) {
        return source.equals(otherSource) && stream.equals(otherStream);
    }

    static Fact of(Change change, RecordType type, String run, long n) {
        Map<String, Object> values = new TreeMap<>();
        change.values().forEach((name, value) -> values.put(name, Stored.value(type.name(), type.field(name), value)));
        Map<String, List<String>> links = new TreeMap<>();
        change.links()
                .forEach((name, targets) -> links.put(
                        name, targets.stream().map(RecordKey::uid).sorted().toList()));
        boolean deleted = change.kind() == Change.Kind.DELETE;
        return new Fact(
                change.key().uid(),
                change.stream().source(),
                change.stream().stream(),
                n,
                change.version(),
                change.hash(),
                change.payloadHash(),
                change.mapping(),
                run,
                change.observedAt(),
                deleted,
                change.audience(),
                deleted ? Set.of() : change.flags(),
                deleted ? Set.of() : change.taken(),
                deleted ? Map.of() : values,
                deleted ? Map.of() : links,
                deleted ? List.of() : Clues.write(change.places()));
    }

    /** The same content at a newer version. */
    Fact moved(Change change, String newRun) {
        return new Fact(
                uid,
                source,
                stream,
                n,
                change.version(),
                hash,
                change.payloadHash(),
                change.mapping(),
                newRun,
                change.observedAt(),
                deleted,
                audience,
                flags,
                taken,
                values,
                links,
                clues);
    }

    /** The record is gone, by a listing that did not meet it; the same bytes may bring it back. */
    Fact gone(long newVersion, String newRun, Instant at) {
        return new Fact(
                uid,
                source,
                stream,
                n + 1,
                newVersion,
                new Digest().add("gone", hash).hex(),
                payloadHash,
                mapping,
                newRun,
                at,
                true,
                audience,
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                List.of());
    }

    /** All properties of the node but the times of recording. */
    Map<String, Object> properties() {
        Map<String, Object> all = new HashMap<>(head());
        all.put("id", id());
        all.put("uid", uid);
        all.put("source", source);
        all.put("stream", stream);
        all.put("n", n);
        all.put("hash", hash);
        all.put("deleted", deleted);
        all.put("audience", audience);
        all.put("flags", List.copyOf(flags));
        all.put("taken", List.copyOf(taken));
        all.put("links", List.copyOf(links.keySet()));
        all.put("clues", clues);
        values.forEach((name, value) -> all.put(VALUE + name, value));
        return all;
    }

    /** What moves when the content stays and the version does not. */
    Map<String, Object> head() {
        return Map.of(
                "version", version,
                "payloadHash", payloadHash,
                "mapping", mapping,
                "run", run,
                "observedAt", Stored.moment(observedAt));
    }

    /** @param pairs link name and target's uid of each relationship */
    static Fact read(Map<String, Object> node, List<List<String>> pairs) {
        Map<String, Object> values = new TreeMap<>();
        node.forEach((name, value) -> {
            if (name.startsWith(VALUE)) {
                values.put(name.substring(VALUE.length()), value);
            }
        });
        Map<String, List<String>> links = new TreeMap<>();
        texts(node, "links").forEach(link -> links.put(link, new ArrayList<>()));
        pairs.forEach(pair ->
                links.computeIfAbsent(pair.getFirst(), l -> new ArrayList<>()).add(pair.getLast()));
        links.values().forEach(targets -> targets.sort(null));
        return new Fact(
                text(node, "uid"),
                text(node, "source"),
                text(node, "stream"),
                (Long) node.getOrDefault("n", 0L),
                (Long) node.getOrDefault("version", 0L),
                text(node, "hash"),
                text(node, "payloadHash"),
                text(node, "mapping"),
                text(node, "run"),
                ((java.time.ZonedDateTime) node.getOrDefault("observedAt", Stored.moment(Instant.EPOCH))).toInstant(),
                Boolean.TRUE.equals(node.get("deleted")),
                text(node, "audience"),
                new TreeSet<>(texts(node, "flags")),
                new TreeSet<>(texts(node, "taken")),
                values,
                links,
                texts(node, "clues"));
    }

    static Fact read(Value fact) {
        return read(fact.get("fact").asMap(), fact.get("links").asList(pair -> pair.asList(Value::asString)));
    }

    private static String text(Map<String, Object> node, String name) {
        return node.getOrDefault(name, "") instanceof String text ? text : "";
    }

    private static List<String> texts(Map<String, Object> node, String name) {
        return node.getOrDefault(name, List.of()) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
