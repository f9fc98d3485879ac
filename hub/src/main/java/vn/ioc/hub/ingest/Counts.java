// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import org.neo4j.driver.Value;

/**
 * What was done with items, of a stream since it was first pulled or reset, or of one run.
 *
 * @param read all that came
 * @param changed versions accepted
 * @param unchanged nothing new in them
 * @param stale older than what was known
 * @param refused for their secrecy mark
 * @param excluded by the manifest
 */
public record Counts(long read, long changed, long unchanged, long stale, long rejected, long refused, long excluded) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    static Counts of(Value node) {
        return new Counts(
                node.get("read").asLong(0),
                node.get("changed").asLong(0),
                node.get("unchanged").asLong(0),
                node.get("stale").asLong(0),
                node.get("rejected").asLong(0),
                node.get("refused").asLong(0),
                node.get("excluded").asLong(0));
    }

    public Counts plus(Counts other) {
        return new Counts(
                read + other.read,
                changed + other.changed,
                unchanged + other.unchanged,
                stale + other.stale,
                rejected + other.rejected,
                refused + other.refused,
                excluded + other.excluded);
    }
}
