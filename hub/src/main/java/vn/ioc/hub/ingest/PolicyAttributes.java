// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The properties of a visible record that the policy reads.
 *
 * @param place uid of its area
 * @param placeNow uid of today's area
 * @param attributes what else subscribers filter by, as {@code name=value}: {@code date}, {@code organization}, facet fields
 */
public record PolicyAttributes(
        String sector,
        String audience,
        Optional<String> place,
        Optional<String> placeNow,
        List<String> attributes) {
    public PolicyAttributes {
        attributes = List.copyOf(attributes);
    }

    /** The values of an attribute that {@code attributes} holds. */
    public Set<String> values(String attribute) {
        return attributes.stream()
                .filter(a -> a.startsWith(attribute + "="))
                .map(a -> a.substring(attribute.length() + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Empty for a record that nobody may see. */
    static Optional<PolicyAttributes> of(Inherited record, List<String> attributes) {
        String sector = record.sector();
        String audience = record.audience();
        return record.visible() && sector != null && audience != null
                ? Optional.of(new PolicyAttributes(
                        sector,
                        audience,
                        Optional.ofNullable(record.place()),
                        Optional.ofNullable(record.placeNow()),
                        attributes))
                : Optional.empty();
    }
}
