// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One right: records of these sectors, for these audiences, in these areas.
 *
 * @param areas uids that {@code place} or {@code placeNow} must be among; empty Optional = everywhere, empty set = nowhere
 */
public record Grant(Set<String> sectors, Set<String> audiences, Optional<Set<String>> areas) {
    public Grant {
        sectors = java.util.Collections.unmodifiableSet(new TreeSet<>(sectors));
        audiences = java.util.Collections.unmodifiableSet(new TreeSet<>(audiences));
        areas = areas.map(a -> java.util.Collections.unmodifiableSet(new TreeSet<>(a)));
    }

    boolean covers(Subject subject) {
        return sectors.contains(subject.sector())
                && audiences.contains(subject.audience())
                && areas.map(a -> contains(a, subject.place()) || contains(a, subject.placeNow()))
                        .orElse(true);
    }

    private static boolean contains(Set<String> areas, @org.jspecify.annotations.Nullable String uid) {
        return uid != null && areas.contains(uid);
    }
}
