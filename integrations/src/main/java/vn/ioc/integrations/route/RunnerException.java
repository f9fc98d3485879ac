// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

/** A runner that cannot do what it was asked. */
public final class RunnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        UNKNOWN_SOURCE,
        /** The routes could not be made or started. */
        ROUTES
    }

    private final Reason reason;

    RunnerException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RunnerException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
