// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.List;
import java.util.Map;

/**
 * A record as the graph has it now.
 *
 * @param seq outbox number of its last change: the version of its index document
 * @param values properties by name, in the driver's Java types
 * @param through the records that its `through` links name, placeholders included
 */
public record IndexRecord(String uid, String type, long seq, Map<String, Object> values, List<Through> through) {
    public IndexRecord {
        values = Map.copyOf(values);
        through = List.copyOf(through);
    }
}
