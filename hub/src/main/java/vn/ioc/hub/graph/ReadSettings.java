// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Duration;

/**
 * Bounds of reading.
 *
 * @param parallel statements that may run at once; below the driver's pool
 * @param patience how long a question waits for its turn before it is refused as LIMIT_BUSY
 * @param timeout of one statement, enforced by the server
 * @param sortLimit matches that are sorted without an index; more give LIMIT_SORT
 * @param nodeLimit records that one question may ask for, page sizes multiplied along the nesting
 * @param plans compiled statements kept
 */
public record ReadSettings(int parallel, Duration patience, Duration timeout, int sortLimit, int nodeLimit, int plans) {
    public static final ReadSettings DEFAULTS =
            new ReadSettings(16, Duration.ofSeconds(2), Duration.ofSeconds(8), 10_000, 10_000, 1_000);
}
