// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the bodies of rejections with AES-256-GCM: 12 bytes nonce, then the sealed text. A body is bound to its
 * rejection's id, so that it cannot be moved to another.
 */
public final class RejectionCipher {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 random bytes */
    public RejectionCipher(byte[] key) {
        if (key.length != KEY) {
            throw new IngestException(IngestException.Reason.CIPHER, "the key of rejections has 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] seal(String id, byte[] body) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, id, nonce, body, 0);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IngestException when the key is another one, or the body was tampered with */
    byte[] open(String id, byte[] sealed) {
        byte[] nonce = new byte[NONCE];
        ByteBuffer.wrap(sealed).get(nonce);
        return apply(Cipher.DECRYPT_MODE, id, nonce, sealed, NONCE);
    }

    private byte[] apply(int mode, String id, byte[] nonce, byte[] bytes, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IngestException(
                    IngestException.Reason.CIPHER, "the body of a rejection cannot be sealed or opened", e);
        }
    }
}
