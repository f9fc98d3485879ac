// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.Collection;
import java.util.List;

/**
 * The graph as the index needs it: what records are now, never what they were. One statement per call. All methods throw
 * when the graph cannot be reached.
 */
public interface IndexSource {
    /** The records that exist among these; placeholders, deleted and unknown ones are absent. In no order. */
    List<IndexRecord> read(Collection<String> uids);

    /** uids of existing records, greater than {@code after}, ascending; fewer than {@code limit} = the last ones. */
    List<String> page(String after, int limit);

    /** Number of existing records of the types that the index holds. */
    long count();

    /**
     * The records that give others another title when these change: themselves, and of an area those that it gives its title
     * to. Records that are gone are there with no titles.
     */
    List<Through> affected(Collection<String> uids);
}
