// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;

/** A rejected item as it is kept, without its body. */
public record KeptRejection(
        String source,
        String stream,
        String reason,
        String path,
        String message,
        String position,
        Instant firstSeen,
        Instant lastSeen) {}
