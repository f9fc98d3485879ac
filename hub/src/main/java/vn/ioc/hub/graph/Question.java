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
     * @param visible types that its ends may have; {@code through} those that the records between them may have
     * @param stops what is read of its records, for each alias by type
     */
    record Way(
            int from,
            int to,
            int most,
            List<String> links,
            List<Visible> visible,
            List<Visible> through,
            List<List<Stop>> stops)
            implements Question {
        public Way {
            links = List.copyOf(links);
            visible = List.copyOf(visible);
            through = List.copyOf(through);
            stops = stops.stream().map(List::copyOf).toList();
        }
    }

    /** A type of which the caller may see records. */
    record Visible(String type, RightsShape rights) {}

    /** What is read of records of one type. */
    record Stop(String type, RightsShape rights, RecordShape shape) {}

    /** Those of one type. @param uids slot of their uids */
    record Part(int uids, Stop stop) {}
}
