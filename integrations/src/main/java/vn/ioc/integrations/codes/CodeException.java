// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.codes;

/** A code list that cannot be used; the message names file and row. Raised at start only. */
public final class CodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a list was refused. */
    public enum Reason {
        UNREADABLE,
        NO_ORIGIN,
        BAD_ROW,
        CLASH
    }

    private final Reason reason;

    public CodeException(Reason reason, String file, String message) {
        super(file + ": " + message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
