// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.ioc.hub.access.Caller;

/** Reads the caller from the verified token of the security context: claims {@code roles} and {@code areas}. */
public final class JwtCallerResolver implements CallerResolver {
    @Override
    public Caller caller() {
        return token().map(JwtCallerResolver::caller).orElse(Caller.NOBODY);
    }

    /** Claim {@code azp} of OpenID Connect, else {@code client_id} of RFC 9068. */
    @Override
    public String client() {
        return token().flatMap(t -> Stream.of("azp", "client_id")
                        .map(t.getClaims()::get)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .findFirst())
                .orElse("");
    }

    @Override
    public Instant expiry() {
        return token().map(Jwt::getExpiresAt).orElse(Instant.MAX);
    }

    private static Optional<Jwt> token() {
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof Jwt token
                ? Optional.of(token)
                : Optional.empty();
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
