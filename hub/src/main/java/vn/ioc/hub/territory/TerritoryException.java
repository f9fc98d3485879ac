// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import org.jspecify.annotations.Nullable;

/** The areas cannot be used as they are, or not be read. */
public final class TerritoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** An area's polygon cannot be read. */
        GEOMETRY
    }

    private final Reason reason;

    TerritoryException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
