// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

/** A request that a controller refuses. The message is for the client. */
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
