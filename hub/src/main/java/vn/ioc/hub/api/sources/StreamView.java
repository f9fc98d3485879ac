// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream as the type {@code SourceStream} shows it. */
public record StreamView(
        String name,
        State state,
        @Nullable Instant lastSuccess,
        @Nullable String lastError,
        long read,
        long changed,
        long unchanged,
        long rejected,
        long refused,
        long excluded,
        List<String> unknownFields) {

    /** How it fares, the better first. */
    public enum State {
        OFF,
        OK,
        NEW,
        RUNNING,
        FAILING
    }
}
