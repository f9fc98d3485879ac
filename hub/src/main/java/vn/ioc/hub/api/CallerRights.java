// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import org.springframework.stereotype.Component;
import vn.ioc.hub.access.Capability;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;

/** What the caller of the request that this thread serves may do. */
@Component
public final class CallerRights {
    private final CallerResolver callers;
    private final Policy policy;

    public CallerRights(CallerResolver callers, Policy policy) {
        this.callers = callers;
        this.policy = policy;
    }

    public Rights rights() {
        return policy.rightsOf(callers.caller());
    }

    /** @throws ApiException FORBIDDEN when the caller lacks it */
    public void require(Capability capability, String role) {
        if (!rights().has(capability)) {
            throw new ApiException(ErrorCode.FORBIDDEN, "this needs the role " + role);
        }
    }
}
