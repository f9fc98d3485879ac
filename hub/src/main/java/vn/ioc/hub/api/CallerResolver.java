// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.time.Instant;
import vn.ioc.hub.access.Caller;

/** Tells who asks: about the request that the current thread serves. */
@FunctionalInterface
public interface CallerResolver {
    /** Name under which the id of a request's connection stands in the GraphQL context, for transports that have one. */
    String CONNECTION = "hub.connection";

    /** The caller; {@link Caller#NOBODY} when nobody is signed in. */
    Caller caller();

    /** The program that the caller uses, as the token's issuer knows it; empty when the token does not say. */
    default String client() {
        return "";
    }

    /** When the caller's token ends; {@link Instant#MAX} when it does not. */
    default Instant expiry() {
        return Instant.MAX;
    }
}
