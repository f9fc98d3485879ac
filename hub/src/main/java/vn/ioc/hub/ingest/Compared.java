// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.List;
import java.util.Map;
import vn.ioc.integrations.change.StreamId;

/**
 * What one change would do to the graph.
 *
 * @param fields names of what readers would see changed: fields, links, {@code place}, {@code audience}, {@code flags}
 * @param linked uids at the far ends of links that would be new, sorted
 * @param ownedElsewhere fields whose value would not count, by name, with the source that owns each
 * @param problem why it would be rejected or conflict; empty otherwise
 */
public record Compared(
        StreamId stream,
        String uid,
        Kind kind,
        List<String> fields,
        List<String> linked,
        Map<String, String> ownedElsewhere,
        String problem) {

    /** What would become of it. */
    public enum Kind {
        ADDED,
        CHANGED,
        UNCHANGED,
        REMOVED,
        /** Older than what is known. */
        STALE,
        /** Same version, other content, from a source that numbers its versions. */
        CONFLICT,
        /** The graph cannot hold it. */
        REJECTED
    }

    static Compared plain(StreamId stream, String uid, Kind kind, String problem) {
        return new Compared(stream, uid, kind, List.of(), List.of(), Map.of(), problem);
    }
}
