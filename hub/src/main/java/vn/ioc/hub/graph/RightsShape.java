// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;
import java.util.OptionalInt;

/** What makes a record of one type visible: one of the grants. Values are in {@link Slots}. */
record RightsShape(List<GrantShape> grants) {
    /** @param areas empty = everywhere */
    record GrantShape(int audiences, OptionalInt areas) {}

    RightsShape {
        grants = List.copyOf(grants);
    }
}
