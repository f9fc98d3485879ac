// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

import java.time.Instant;

/**
 * An item that could not become a change.
 *
 * @param path where in the item, in the mapping's path language; empty when the whole item is meant
 * @param message what is wrong and what is allowed; carries no value of the item
 * @param position where the item stood in what the source sent, e.g. {@code page 3, item 7} or a package id
 * @param key the item's own key when it could be read, else empty; never set when the item may be secret
 * @param body the item cut to what the manifest takes, as JSON; empty when it could not be decoded
 */
public record Rejected(
        StreamId stream,
        Reason reason,
        String path,
        String message,
        String position,
        String key,
        String body,
        Instant at)
        implements Outcome {

    /** Why an item was rejected. */
    public enum Reason {
        /** Bytes that are not what the format says. */
        UNREADABLE,
        /** A DTD, external entity, oversize or over-deep item. */
        HOSTILE,
        /** A required value is missing. */
        MISSING,
        /** A value does not convert to its field's type. */
        CONVERSION,
        /** Same version, other content, from a source that numbers its versions. */
        CONFLICT
    }
}
