// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Opaque, signed positions in a result, bound to query and filter. Scores depend on nothing but the document and the query, so
 * a position stays right while records come and go, and no snapshot has to be held open.
 */
final class SearchCursor {
    private static final int SIGNATURE = 16;
    private final SecretKey key;

    SearchCursor(SecretKey key) {
        this.key = key;
    }

    /** @param sort score, date and uid of a hit */
    String encode(List<FieldValue> sort, String binding) {
        byte[] position = (sort.get(0)._get() + "\n" + sort.get(1)._get() + "\n"
                        + sort.get(2)._get())
                .getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(sign(position, binding), SIGNATURE + position.length);
        System.arraycopy(position, 0, signed, SIGNATURE, position.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** @throws SearchException when it was not made for this query and filter by this hub */
    List<FieldValue> decode(String cursor, String binding) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(cursor);
            if (signed.length > SIGNATURE) {
                byte[] position = Arrays.copyOfRange(signed, SIGNATURE, signed.length);
                byte[] expected = Arrays.copyOf(sign(position, binding), SIGNATURE);
                if (MessageDigest.isEqual(expected, Arrays.copyOf(signed, SIGNATURE))) {
                    String[] parts = new String(position, StandardCharsets.UTF_8).split("\n", 3);
                    return List.of(
                            FieldValue.of(Double.parseDouble(parts[0])),
                            FieldValue.of(Long.parseLong(parts[1])),
                            FieldValue.of(parts[2]));
                }
            }
        } catch (IllegalArgumentException e) {
            throw bad(e);
        }
        throw bad(null);
    }

    private byte[] sign(byte[] position, String binding) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(binding.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(position);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java", e);
        }
    }

    private static SearchException bad(@org.jspecify.annotations.Nullable Throwable cause) {
        return new SearchException(
                SearchException.Reason.BAD_CURSOR, "the cursor does not belong to this query and filter", cause);
    }
}
