// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;

/** The shape of what is asked, without values: equal shapes have one statement. */
sealed interface Question {
    /** A root list. */
    record Listing(ConnectionShape connection) implements Question {}

    /** Groups of records. */
    record Grouping(AggregateShape groups) implements Question {}

    /** Records by uid. */
    record Lookup(List<Part> parts) implements Question {
        public Lookup {
            parts = List.copyOf(parts);
        }
    }

    /** Those of one type. @param uids slot of their uids */
    record Part(String type, int uids, RightsShape rights, RecordShape shape) {}
}
