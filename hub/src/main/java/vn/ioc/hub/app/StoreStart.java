// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

/** Stores that start beside the hub: what needs them first waits here, so that everything else starts meanwhile. */
@FunctionalInterface
public interface StoreStart {
    /** Returns when the stores answer; throws, with one line for people, when they did not start. */
    void await();
}
