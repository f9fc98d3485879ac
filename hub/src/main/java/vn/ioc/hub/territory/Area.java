// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One administrative area as its record says, with its days of validity.
 *
 * @param validFrom first day; null = not researched, taken as always before
 * @param validTo last day; null = still valid
 * @param parent uid of the area that it is part of; null for a province
 * @param predecessors uids of the areas that it was formed from, also those that have not arrived
 * @param geometry GeoJSON geometry, longitude first; null when no polygon is known
 */
public record Area(
        String uid,
        String scheme,
        String code,
        String name,
        String fullName,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String parent,
        Set<String> predecessors,
        @Nullable String geometry) {
    public Area {
        predecessors = Set.copyOf(predecessors);
    }

    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
