// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Optional;

/** Which source has the last word on a field or link. */
@FunctionalInterface
public interface FieldOwner {
    /** No field has an owner. */
    FieldOwner NONE = (type, field) -> Optional.empty();

    /** @return the source's name; empty when the newest has the word */
    Optional<String> find(String type, String field);
}
