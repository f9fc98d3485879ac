// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

import org.jspecify.annotations.Nullable;

/**
 * The properties of a record that the policy reads; nothing else of a record decides who sees it.
 *
 * @param place uid of its area; null = unresolved, which no area grant covers
 */
public record Subject(
        String type,
        String sector,
        String audience,
        @Nullable String place,
        @Nullable String placeNow) {}
