// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.Collection;
import java.util.List;
import java.util.Set;

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
     * What records of other types are searched by now, of those among {@code uids} that exist; a record that is gone is
     * absent, and nothing is searched by it any more.
     */
    List<Reach> reaches(Collection<String> uids);

    /**
     * @param title of the record now
     * @param over uids whose linking records are searched by the title: its own; of an area also those of the areas that it
     *     covers and of its predecessors and successors
     */
    record Reach(LinkedTitle title, Set<String> over) {}
}
