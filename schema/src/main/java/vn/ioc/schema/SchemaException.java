// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

/** The SDL cannot be used as it is; the message names file, line and what is allowed. Raised at start only. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the SDL was refused. */
    public enum Reason {
        SYNTAX,
        CLASH,
        UNKNOWN_DIRECTIVE,
        BAD_ARGUMENT,
        UNKNOWN_TYPE,
        UNKNOWN_FIELD,
        INVALID_RECORD
    }

    private final Reason reason;

    public SchemaException(Reason reason, String where, String message) {
        super(where.isEmpty() ? message : where + ": " + message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
