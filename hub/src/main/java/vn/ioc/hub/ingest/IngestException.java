// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import org.jspecify.annotations.Nullable;

/** A page could not be taken, or the outbox not be read; nothing was half-written. */
public final class IngestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The graph database does not answer, or refused. */
        STORE,
        /** Other writers were in the way on every attempt. */
        CONTENTION,
        /** Record types take their place from each other in a circle. */
        INVALID_MODEL,
        /** A change says what the model does not allow: a mapping that was not checked. */
        INVALID_CHANGE,
        /** A key file or an encrypted body cannot be used. */
        CIPHER
    }

    private final Reason reason;

    IngestException(Reason reason, String message) {
        this(reason, message, null);
    }

    IngestException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
