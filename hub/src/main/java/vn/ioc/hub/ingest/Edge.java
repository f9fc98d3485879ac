// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.Comparator;

/**
 * A relationship of a record, seen from it.
 *
 * @param out whether it points away from the record
 * @param other uid at the other end; its type stands before the colon
 */
record Edge(String type, boolean out, String other) implements Comparable<Edge> {
    private static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::other).thenComparing(Edge::type).thenComparing(Edge::out);

    String otherType() {
        return other.substring(0, Math.max(other.indexOf(':'), 0));
    }

    @Override
    public int compareTo(Edge edge) {
        return ORDER.compare(this, edge);
    }
}
