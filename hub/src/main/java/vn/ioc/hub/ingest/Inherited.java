// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other records take from a record: all of it by {@code partOf}, the clues by {@code placeThrough}; and what the
 * policy reads.
 *
 * @param visible whether the record carries its type's label
 * @param clues that place it, its own or those that it takes itself
 */
record Inherited(
        boolean visible,
        @Nullable String sector,
        @Nullable String place,
        @Nullable String placeNow,
        @Nullable String audience,
        List<String> clues) {
    static final Inherited NOTHING = new Inherited(false, null, null, null, null, List.of());
}
