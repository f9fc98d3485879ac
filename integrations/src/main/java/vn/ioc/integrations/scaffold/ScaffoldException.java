// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

/** A draft that cannot be made; the message says why and what would do. */
public final class ScaffoldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScaffoldException(String message) {
        super(message);
    }

    ScaffoldException(String message, Throwable cause) {
        super(message, cause);
    }
}
