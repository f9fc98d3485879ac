// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Set;

/** What areas cover, from memory. */
@FunctionalInterface
public interface AreaCovers {
    /**
     * uids of covers(A): its parts, predecessors, and successors formed wholly from what it covers.
     *
     * @param area a code, which stands for the area that has it today, else the one that had it last; or a uid
     * @return empty for an area that is not known
     */
    Set<String> covers(String area);
}
