// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.ingest.KeptRejection;
import vn.ioc.integrations.change.Rejected;

/** A rejection as the type {@code Rejection} shows it. @param body veiled by the caller's rights */
public record RejectionView(
        String id,
        String source,
        String stream,
        Rejected.Reason reason,
        @Nullable String path,
        String message,
        String position,
        @Nullable String key,
        Instant firstSeen,
        Instant lastSeen,
        long attempts,
        @Nullable String body) {

    static RejectionView of(KeptRejection kept, @Nullable String body) {
        return new RejectionView(
                kept.id(),
                kept.stream().source(),
                kept.stream().stream(),
                kept.reason(),
                kept.path().isEmpty() ? null : kept.path(),
                kept.message(),
                kept.position(),
                kept.key().isEmpty() ? null : kept.key(),
                kept.firstSeen(),
                kept.lastSeen(),
                kept.attempts(),
                body);
    }
}
