// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.util.concurrent.Callable;

/** Waiting for what must come true, in tests of processes. */
final class Eventually {
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private Eventually() {}

    /** Returns when the condition holds; an exception counts as "not yet". Fails with the last one after five minutes. */
    static void holds(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            boolean late = System.nanoTime() > deadline;
            try {
                if (condition.call()) {
                    return;
                }
                if (late) {
                    throw new AssertionError("it did not come true in time");
                }
            } catch (Exception notYet) {
                if (late) {
                    throw notYet;
                }
            }
            Thread.sleep(100);
        }
    }
}
