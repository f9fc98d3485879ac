// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One version of what a stream says of a record.
 *
 * @param of the record
 * @param n 0 for the first of the stream
 * @param taken fields that the mapping fills, also those that are empty
 * @param values by field, as {@link TestRecord} has them
 * @param links targets' uids by link name
 */
public record Telling(
        TestRecord of,
        String source,
        String stream,
        long n,
        long version,
        Instant observedAt,
        Instant recordedAt,
        boolean deleted,
        String audience,
        Set<String> taken,
        Map<String, Object> values,
        Map<String, List<String>> links) {
    /** Of what the source sent. */
    public String hash() {
        return "hash of " + source + " " + of.uid() + " " + n;
    }

    public String run() {
        return "run " + source + " " + n;
    }

    public String mapping() {
        return "mapping " + n;
    }
}
