// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import vn.ioc.integrations.change.Rejected;

/** A value that does not become ours. Never leaves {@link Mapping#apply}, which makes it a {@link Rejected}. */
final class MappingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Rejected.Reason reason;
    private final String path;

    /** @param path where in the item; @param message what is wrong and what is allowed, without the value */
    MappingException(Rejected.Reason reason, String path, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.path = path;
    }

    static MappingException conversion(String path, String message) {
        return new MappingException(Rejected.Reason.CONVERSION, path, message);
    }

    static MappingException missing(String path, String what) {
        return new MappingException(Rejected.Reason.MISSING, path, what + " is missing; it is required");
    }

    Rejected.Reason reason() {
        return reason;
    }

    String path() {
        return path;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
