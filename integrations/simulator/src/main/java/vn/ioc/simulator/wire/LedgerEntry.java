// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import java.util.Map;

/**
 * What is true of one record at this moment.
 *
 * @param id its key on the wire
 * @param version its version in the source's own words
 * @param state what a careful consumer should make of it
 * @param facts whatever a test may want to compare, such as the document that answers a petition
 */
public record LedgerEntry(String id, String version, State state, Map<String, String> facts) {
    /** What a consumer should make of a record. */
    public enum State {
        /** To be taken in. */
        LIVE,
        /** Was there; marked or vanished. */
        DELETED,
        /** Marked secret, or with a mark that cannot be read: no byte of it may be kept. */
        REFUSED,
        /** Cannot be read: to be rejected with a reason. */
        BROKEN,
        /** Of a kind that the rules exclude. */
        EXCLUDED
    }
}
