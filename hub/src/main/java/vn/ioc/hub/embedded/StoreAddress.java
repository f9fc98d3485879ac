// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

/**
 * Where a store answers and who may ask.
 *
 * @param uri {@code bolt://127.0.0.1:PORT} or {@code http://127.0.0.1:PORT}
 */
public record StoreAddress(String uri, String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "StoreAddress[" + user + " at " + uri + "]";
    }
}
