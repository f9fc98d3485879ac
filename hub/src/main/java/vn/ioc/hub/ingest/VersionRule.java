// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.Optional;
import vn.ioc.integrations.change.Change;

/** The order among the versions of one record in one stream: the source's, never that of arrival. */
enum VersionRule {
    /** New content. */
    ACCEPT,
    /** A newer version of the same content. */
    MOVE,
    /** Same version, same content. */
    UNCHANGED,
    /** Older than what is known. */
    STALE,
    /** Same version, other content, from a source that numbers its versions. */
    CONFLICT;

    /**
     * @param head what the stream said last of the record, read under its lock
     * @param snapshot whether versions are numbers of polls, so that one may bring a next value
     */
    static VersionRule judge(Optional<Fact> head, Change change, boolean snapshot) {
        if (head.isEmpty()) {
            return ACCEPT;
        }
        Fact known = head.get();
        boolean same = known.hash().equals(change.hash()) && known.deleted() == (change.kind() == Change.Kind.DELETE);
        int order = Long.compare(change.version(), known.version());
        if (order < 0) {
            return STALE;
        }
        if (order > 0) {
            return same ? MOVE : ACCEPT;
        }
        if (same) {
            return UNCHANGED;
        }
        // Other content from the same bytes, or through another mapping, is our doing and not the source's.
        boolean ours =
                !known.mapping().equals(change.mapping()) || known.payloadHash().equals(change.payloadHash());
        return snapshot || ours ? ACCEPT : CONFLICT;
    }
}
