// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

import java.util.List;
import java.util.Set;

/**
 * Who asks: issuer and subject of a verified token with the roles and areas it carries.
 *
 * @param issuer of the token; identity is issuer and subject together
 * @param roles names of roles; unknown ones grant nothing
 * @param areas area codes of the token, for roles that are bound to areas; empty = no area
 */
public record Caller(String issuer, String subject, Set<String> roles, List<String> areas) {
    /** Nobody: sees nothing. */
    public static final Caller NOBODY = new Caller("", "", Set.of(), List.of());

    public Caller {
        roles = Set.copyOf(roles);
        areas = List.copyOf(areas);
    }
}
