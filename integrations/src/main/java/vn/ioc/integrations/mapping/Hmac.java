// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes (HMAC-SHA256, hex) of official numbers and of bytes that must not be kept. Safe for threads. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;

    /** @param key at least 16 bytes, the same over restarts */
    public Hmac(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("a key has at least " + SHORTEST_KEY + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public String of(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Of a text without the spaces around and within it. */
    public String ofNumber(String text) {
        return of(text.replaceAll("\\s+", "").getBytes(StandardCharsets.UTF_8));
    }
}
