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

    /**
     * A shortest way between two records over links.
     *
     * @param from slot of the uid where it begins; {@code to} where it ends
     * @param most links that it may have
     * @param links relationship types that it may lead over
     * @param visible what its ends may be; {@code through} what the records between them may be
     * @param stops what is read of its records, for each alias by type
     */
    record Way(
            int from,
            int to,
            int most,
            List<String> links,
            List<Visible> visible,
            List<Visible> through,
            List<List<RecordShape>> stops)
            implements Question {
        public Way {
            links = List.copyOf(links);
            visible = List.copyOf(visible);
            through = List.copyOf(through);
            stops = stops.stream().map(List::copyOf).toList();
        }
    }

    /** Types to whose records the caller has the same rights. @param types slot of their names */
    record Visible(int types, RightsShape rights) {}

    /** Those of one type. @param uids slot of their uids */
    record Part(String type, int uids, RightsShape rights, RecordShape shape) {}
}
