// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;

/**
 * Deletions that were found by a complete listing and are too many to be believed: they wait for a person.
 *
 * @param missing records that the listing did not meet
 * @param known records that the stream had before
 */
public record HeldSweep(long missing, long known, Instant since) {}
