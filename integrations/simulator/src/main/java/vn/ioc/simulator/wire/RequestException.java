// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

/** The request cannot be understood; the message may be shown to the caller. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RequestException(String message) {
        super(message);
    }
}
