// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

/** An operation that is refused; the message is for the client and names no class, statement, host or path. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ErrorCode code;

    public ApiException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
