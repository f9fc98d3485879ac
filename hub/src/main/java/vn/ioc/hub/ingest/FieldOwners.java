// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.Map;
import java.util.Optional;

/**
 * Which source has the last word on a field or link.
 *
 * @param owners source name by {@code Type.field}; what is absent goes to the newest source
 */
public record FieldOwners(Map<String, String> owners) {
    public static final FieldOwners NONE = new FieldOwners(Map.of());

    public FieldOwners {
        owners = Map.copyOf(owners);
    }

    Optional<String> owner(String type, String field) {
        return Optional.ofNullable(owners.get(type + "." + field));
    }
}
