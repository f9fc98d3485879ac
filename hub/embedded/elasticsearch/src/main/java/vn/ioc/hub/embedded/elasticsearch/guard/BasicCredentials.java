// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.elasticsearch.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one user of the embedded index, as HTTP Basic ({@code RFC 7617}). Compared in constant time. */
record BasicCredentials(String user, String password) {
    static final String USER = "hub";
    static final String PASSWORD = "IOC_STORE_PASSWORD";

    static BasicCredentials fromEnvironment() {
        String password = System.getenv(PASSWORD);
        if (password == null || password.isBlank()) {
            throw new IllegalStateException("environment variable " + PASSWORD + " is missing");
        }
        return new BasicCredentials(USER, password);
    }

    boolean match(@Nullable String authorization) {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        byte[] given = authorization == null ? new byte[0] : authorization.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given);
    }

    @Override
    public String toString() {
        return "BasicCredentials[" + user + "]";
    }
}
