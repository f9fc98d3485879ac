// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.time.Instant;
import vn.ioc.hub.access.Caller;

/** Tells who asks. */
public interface CallerResolver {
    /** Name under which the id of a request's connection stands in the GraphQL context, for transports that have one. */
    String CONNECTION = "hub.connection";

    /** The caller of the request that the current thread serves; {@link Caller#NOBODY} when nobody is signed in. */
    Caller caller();

    /** When the caller's token ends; {@link Instant#MAX} when it does not. */
    default Instant expiry() {
        return Instant.MAX;
    }
}
