// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.List;

/**
 * The changes that the index has to follow, in the order of their commits: no change appears later with a smaller number.
 * All methods throw when the graph cannot be reached.
 */
public interface IndexFeed {
    /** Number of the last change that the index is known to have; 0 when none. */
    long position();

    /** Changes after that number, ascending. */
    List<Change> after(long seq, int limit);

    /** The index has everything up to that number, over restarts. */
    void advance(long seq);

    /** Number of the newest change; 0 when there is none. */
    long newest();

    /** A record was written or deleted; what it is now, the graph says. */
    record Change(long seq, String uid, String type) {}
}
