// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.util.Optional;

/**
 * Where a record lies.
 *
 * @param place uid of the finest area valid on the record's date
 * @param placeNow uid of today's area that holds it, when exactly one does
 */
public record Resolved(String place, Optional<String> placeNow) {}
