// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;
import java.util.OptionalInt;

/**
 * A place in an order, from a cursor.
 *
 * @param values one slot per column; empty = the record had no value there
 * @param uid slot of the tie-breaker
 */
record Bound(List<OptionalInt> values, int uid) {
    Bound {
        values = List.copyOf(values);
    }

    boolean inNullLeg() {
        return values.getFirst().isEmpty();
    }
}
