// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.Optional;

/**
 * The properties of a visible record that the policy reads.
 *
 * @param place uid of its area
 * @param placeNow uid of today's area
 */
public record PolicyAttributes(String sector, String audience, Optional<String> place, Optional<String> placeNow) {

    /** Empty for a record that nobody may see. */
    static Optional<PolicyAttributes> of(Inherited record) {
        String sector = record.sector();
        String audience = record.audience();
        return record.visible() && sector != null && audience != null
                ? Optional.of(new PolicyAttributes(
                        sector, audience, Optional.ofNullable(record.place()), Optional.ofNullable(record.placeNow())))
                : Optional.empty();
    }
}
