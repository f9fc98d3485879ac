// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

import java.util.Map;
import java.util.Set;

/**
 * What one role grants.
 *
 * @param sectors sectors, or {@link #ALL}
 * @param bound whether those sectors are bound to the caller's areas
 * @param reference whether reference data (areas, organisations) comes with it
 */
record Role(
        Set<String> sectors,
        Set<String> audiences,
        boolean bound,
        boolean reference,
        Map<String, Visibility> personal,
        Set<Capability> capabilities) {
    static final Set<String> ALL = Set.of("*");
    static final Set<String> REFERENCE = Set.of("TERRITORY", "ORGANIZATIONS");

    private static final Set<String> STAFF = Set.of("PUBLIC", "INTERNAL");
    private static final Set<String> EVERY = Set.of("PUBLIC", "INTERNAL", "RESTRICTED");

    /** The roles of the hub by name. No role contains another one. */
    static final Map<String, Role> BY_NAME = Map.of(
            "leader",
            new Role(
                    ALL,
                    EVERY,
                    false,
                    true,
                    Map.of("CONTACT", Visibility.MASKED, "PERSON", Visibility.MASKED, "OFFICIAL", Visibility.CLEAR),
                    Set.of()),
            "officer",
            new Role(
                    Set.of("PETITIONS", "PUBLIC_SERVICES"),
                    STAFF,
                    true,
                    true,
                    Map.of("OFFICIAL", Visibility.CLEAR),
                    Set.of()),
            "health-officer",
            new Role(Set.of("HEALTH"), STAFF, false, true, Map.of(), Set.of()),
            "integrator",
            new Role(ALL, STAFF, false, true, Map.of(), Set.of(Capability.SOURCES, Capability.INTROSPECTION)),
            "auditor",
            new Role(Set.of(), Set.of(), false, false, Map.of(), Set.of(Capability.AUDIT)),
            "public",
            new Role(ALL, Set.of("PUBLIC"), false, true, Map.of("OFFICIAL", Visibility.CLEAR), Set.of()));
}
