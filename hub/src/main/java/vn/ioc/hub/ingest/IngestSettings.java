// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Duration;

/**
 * Times and sizes of the writing side.
 *
 * @param lease how long a stream's lease lasts without renewal
 * @param rejections how long a rejection is kept after it was last seen
 * @param outbox how long outbox rows are kept; an older cursor must start anew
 * @param transaction after this time the database ends a transaction of ours
 * @param step records that one transaction places anew, at most
 */
public record IngestSettings(Duration lease, Duration rejections, Duration outbox, Duration transaction, int step) {
    public static final IngestSettings DEFAULT = new IngestSettings(
            Duration.ofSeconds(60), Duration.ofDays(30), Duration.ofDays(7), Duration.ofSeconds(60), 500);
}
