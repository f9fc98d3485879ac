// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

/** A pull that cannot go on. The message names no host, path, header or piece of an answer. */
public final class PullException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, and so what may help. */
    public enum Reason {
        /** No answer in time, or one that asks to come later: the next pull may succeed. */
        UNAVAILABLE(true),
        /** The source does not let us in. */
        REFUSED(false),
        /** An answer that is not what the manifest says: a sign-in page, half a page, another format. */
        NOT_UNDERSTOOD(true),
        /** Fewer or more rows than the source says there are. */
        INCOMPLETE(true),
        /** An answer larger than is read. */
        TOO_LARGE(false),
        /** An answer that points to another host. */
        REDIRECTED(false),
        /** Another process reads the stream now. */
        FENCED(false),
        /** The graph did not take a page. */
        NOT_TAKEN(false),
        /** Too many items of a page do not become ours any more: a person must look. */
        DRIFTED(false),
        /** A parameter is not set, or a folder is not there. */
        UNCONFIGURED(false);

        private final boolean again;

        Reason(boolean again) {
            this.again = again;
        }

        /** Whether the same request may be sent again in the same pull. */
        boolean again() {
            return again;
        }
    }

    private final Reason reason;

    public PullException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public PullException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String what() {
        return String.valueOf(getMessage());
    }
}
