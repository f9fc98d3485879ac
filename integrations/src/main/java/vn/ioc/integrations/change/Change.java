// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One accepted version of one record of a source, in our words.
 *
 * @param version order among the versions of this record in this stream, by the source's own order
 * @param observedAt the source's time of this version, else the time of the poll
 * @param kind UPSERT, or DELETE: the source no longer has the record; values and links are empty
 * @param values by field name; only what the SDL declares: String, Long, Double, Boolean, LocalDate, Instant, GeoPoint,
 *     or a List of String. A field that the manifest maps but the item leaves empty is absent. Sorted by name
 * @param taken names of all fields that the manifest maps, so that an absent one is known to be empty
 * @param links targets by link name, one entry for each link that the manifest maps, possibly empty. Sorted
 * @param places clues to the record's place, best first
 * @param flags names of the manifest's checks that the record breaks, sorted
 * @param hash of the mapped change and of the mapping's version (SHA-256, hex)
 * @param payloadHash of the accepted raw item (SHA-256, hex)
 */
public record Change(
        StreamId stream,
        RecordKey key,
        long version,
        Instant observedAt,
        Kind kind,
        String audience,
        Map<String, Object> values,
        Set<String> taken,
        Map<String, List<RecordKey>> links,
        List<PlaceClue> places,
        Set<String> flags,
        String mapping,
        String hash,
        String payloadHash)
        implements Outcome {

    /** What the source says happened. */
    public enum Kind {
        UPSERT,
        DELETE
    }

    public Change {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        taken = Collections.unmodifiableSet(new TreeSet<>(taken));
        Map<String, List<RecordKey>> sorted = new TreeMap<>();
        links.forEach((name, targets) ->
                sorted.put(name, targets.stream().distinct().sorted().toList()));
        links = Collections.unmodifiableMap(sorted);
        places = List.copyOf(new ArrayList<>(places));
        flags = Collections.unmodifiableSet(new TreeSet<>(flags));
    }
}
