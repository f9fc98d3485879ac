// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

/** The hub cannot start; the message is one line that an operator can act on. */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        PORT_IN_USE,
        DATA_FOLDER,
        KEY_MISSING,
        UNSAFE_CONFIGURATION,
        BUILD_INCOMPLETE
    }

    private final Reason reason;

    public StartupException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
