// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One change of one record, as readers saw it.
 *
 * @param seq number in the order of the commits; the record's external version
 * @param kind DELETED when readers see the record no longer, for whatever reason
 * @param version the source's version of the newest fact
 * @param fields names of what changed, in the SDL's words: fields, links, {@code place}, {@code audience} and the like
 * @param before what the policy read before; empty when the record was not visible
 * @param after what it reads now; empty when DELETED
 */
public record OutboxRow(
        long seq,
        Instant at,
        String uid,
        String type,
        Kind kind,
        long version,
        List<String> fields,
        Optional<PolicyAttributes> before,
        Optional<PolicyAttributes> after) {

    /** What readers see. */
    public enum Kind {
        UPSERTED,
        DELETED
    }
}
