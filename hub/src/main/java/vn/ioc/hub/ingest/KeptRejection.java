// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.Optional;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/**
 * A rejected item as it is kept.
 *
 * @param key the item's own key; empty when it could not be read
 * @param poll number of the pull that saw it last
 * @param attempts how often it came or was replayed
 * @param body the item cut to what the manifest takes, as JSON; empty when it could not be decoded, was too long, or was
 *     not asked for
 */
public record KeptRejection(
        String id,
        StreamId stream,
        Rejected.Reason reason,
        String path,
        String message,
        String position,
        String key,
        Instant firstSeen,
        Instant lastSeen,
        long poll,
        long attempts,
        Optional<String> body) {}
