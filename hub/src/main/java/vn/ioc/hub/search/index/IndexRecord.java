// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record as the graph has it now.
 *
 * @param seq outbox number of its last change: the version of its index document
 * @param values properties by name, in the driver's Java types
 * @param through uids of the records that its `through` links name, placeholders included
 * @param linked the records whose titles are searched with it
 */
public record IndexRecord(
        String uid, String type, long seq, Map<String, Object> values, Set<String> through, List<LinkedTitle> linked) {
    public IndexRecord {
        values = Map.copyOf(values);
        through = Set.copyOf(through);
        linked = List.copyOf(linked);
    }
}
