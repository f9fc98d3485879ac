// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes cursors that only this hub can make: the payload, and an HMAC-SHA256 of it together with the list that it belongs
 * to. A cursor of another list, order or filter is as good as forged.
 */
public final class CursorSigner {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG = 16;
    private final SecretKeySpec key;

    /** @param key at least 32 random bytes, the same on all hubs that serve the same clients */
    public CursorSigner(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a cursor key has at least 32 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** @param list what the cursor belongs to */
    public String sign(byte[] list, byte[] payload) {
        byte[] signed = ByteBuffer.allocate(TAG + payload.length)
                .put(tag(list, payload))
                .put(payload)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** @throws GraphException BAD_REQUEST when it was not made for that list */
    public byte[] verify(byte[] list, String cursor) {
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        if (signed.length <= TAG) {
            throw refused();
        }
        byte[] payload = Arrays.copyOfRange(signed, TAG, signed.length);
        if (!MessageDigest.isEqual(tag(list, payload), Arrays.copyOf(signed, TAG))) {
            throw refused();
        }
        return payload;
    }

    private byte[] tag(byte[] list, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(list);
            return Arrays.copyOf(mac.doFinal(payload), TAG);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }

    private static GraphException refused() {
        return GraphException.badRequest(
                "that is no cursor which this field gave; those of a list are for the same where and orderBy");
    }
}
