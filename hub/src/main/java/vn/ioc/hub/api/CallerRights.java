// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Capability;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;

/** Who asks, from the verified token of the request, and what the policy grants. */
public final class CallerRights {
    private final Policy policy;

    public CallerRights(Policy policy) {
        this.policy = policy;
    }

    /** The caller of the request that this thread works for; {@link Caller#NOBODY} without a token. */
    public static Caller caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt token)) {
            return Caller.NOBODY;
        }
        return new Caller(
                String.valueOf(token.getClaimAsString("iss")),
                String.valueOf(token.getSubject()),
                Set.copyOf(texts(token.getClaimAsStringList("roles"))),
                texts(token.getClaimAsStringList("areas")));
    }

    public Rights rights() {
        return policy.rightsOf(caller());
    }

    /** @throws ApiException FORBIDDEN when the caller lacks it */
    public void require(Capability capability, String role) {
        if (!rights().has(capability)) {
            throw new ApiException(ErrorCode.FORBIDDEN, "this needs the role " + role);
        }
    }

    private static List<String> texts(@Nullable List<String> claim) {
        return claim == null ? List.of() : claim;
    }
}
