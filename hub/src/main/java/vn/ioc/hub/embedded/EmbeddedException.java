// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import org.jspecify.annotations.Nullable;

/** Why an embedded program cannot run; the message is one line for the person who started the hub. */
public final class EmbeddedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, for code. */
    public enum Reason {
        /** The program's distribution is not where it should be: the project has not been built. */
        NOT_BUILT,
        /** The data folder cannot be created, read or written. */
        DATA_NOT_WRITABLE,
        /** The data folder is there, but what is in it cannot be used. */
        DATA_BROKEN,
        /** Another process works on the same data. */
        DATA_IN_USE,
        /** The program ended before it was ready. */
        NOT_STARTED,
        /** The program did not become ready in time. */
        TIMED_OUT,
        /** The start was interrupted, or the program was closed meanwhile. */
        INTERRUPTED
    }

    private final Reason reason;

    EmbeddedException(Reason reason, String message) {
        this(reason, message, null);
    }

    EmbeddedException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What went wrong. */
    public Reason reason() {
        return reason;
    }
}
