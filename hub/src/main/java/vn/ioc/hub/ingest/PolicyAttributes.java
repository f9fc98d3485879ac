// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The properties of a visible record that the policy and the filters of subscribers read.
 *
 * @param place uid of its area
 * @param placeNow uid of today's area
 * @param filtered what else subscribers filter by, as {@code name=value}: {@code date}, {@code organization}, facet fields
 */
public record PolicyAttributes(
        String sector, String audience, Optional<String> place, Optional<String> placeNow, List<String> filtered) {
    public PolicyAttributes {
        filtered = List.copyOf(filtered);
    }

    /** The values of a name among {@code filtered}. */
    public Set<String> values(String name) {
        return filtered.stream()
                .filter(f -> f.startsWith(name + "="))
                .map(f -> f.substring(name.length() + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Empty for a record that nobody may see. */
    static Optional<PolicyAttributes> of(Inherited record, List<String> filtered) {
        String sector = record.sector();
        String audience = record.audience();
        return record.visible() && sector != null && audience != null
                ? Optional.of(new PolicyAttributes(
                        sector,
                        audience,
                        Optional.ofNullable(record.place()),
                        Optional.ofNullable(record.placeNow()),
                        filtered))
                : Optional.empty();
    }
}
