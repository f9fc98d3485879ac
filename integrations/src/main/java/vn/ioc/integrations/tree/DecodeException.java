// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

/** Bytes that are not what their format says. The message never carries a piece of them, only a position. */
public final class DecodeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why bytes were not decoded. */
    public enum Reason {
        /** Not well-formed. */
        UNREADABLE,
        /** A DTD, an entity, or larger or deeper than is allowed. */
        HOSTILE
    }

    private final Reason reason;

    public DecodeException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong and where; free of content. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
