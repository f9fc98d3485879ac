// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import vn.ioc.hub.access.Caller;

/** Tells who asks. */
@FunctionalInterface
public interface CallerResolver {
    /** The caller of the request that the current thread serves; {@link Caller#NOBODY} when nobody is signed in. */
    Caller caller();
}
