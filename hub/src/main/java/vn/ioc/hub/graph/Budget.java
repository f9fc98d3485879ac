// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

/**
 * How many records a question may ask for: page sizes multiplied along the nesting, summed over its parts.
 *
 * @param rows how many there may be of the record at hand
 */
record Budget(long rows, Spent spent) {
    /** What is left for the whole question; changes as it is spent. */
    static final class Spent {
        private final long limit;
        private long nodes;

        Spent(long limit) {
            this.limit = limit;
        }

        private void add(long more) {
            nodes += more;
            if (nodes > limit) {
                throw new GraphException(
                        GraphException.Reason.LIMIT_NODES,
                        "the question may read more than " + limit + " records; ask for smaller pages");
            }
        }
    }

    static Budget start(int limit) {
        return new Budget(1, new Spent(limit));
    }

    /** For each record at hand, that many more. */
    Budget of(int each) {
        spent.add(rows * each);
        return new Budget(rows * each, spent);
    }
}
