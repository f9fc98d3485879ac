// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.ioc.hub.access.Caller;

/** Reads the caller from the verified token of the security context: claims {@code roles} and {@code areas}. */
public final class JwtCallerResolver implements CallerResolver {
    @Override
    public Caller caller() {
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof Jwt token
                ? caller(token)
                : Caller.NOBODY;
    }

    private static Caller caller(Jwt token) {
        String issuer = token.getClaimAsString("iss");
        Set<String> roles = new TreeSet<>(texts(token, "roles"));
        return new Caller(
                issuer == null ? "" : issuer,
                token.getSubject() == null ? "" : token.getSubject(),
                roles,
                texts(token, "areas"));
    }

    /** A claim of any other shape grants nothing. */
    private static List<String> texts(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
