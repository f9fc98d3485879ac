// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.StreamId;

/**
 * One item in the source's own words, cut to what the manifest takes.
 *
 * @param position where it stood in what the source sent, e.g. {@code page 3, item 7}; carries no content
 * @param polledAt when it was read
 * @param poll number of the pull that read it, the version of {@code snapshot} streams
 * @param body the cut tree
 * @param hash of the item before it was cut (SHA-256, hex)
 */
public record SourceRecord(
        StreamId stream,
        String position,
        Instant polledAt,
        long poll,
        @Nullable Object body,
        String hash) {}
