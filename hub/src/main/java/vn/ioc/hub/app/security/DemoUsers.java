// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The demo users of the embedded issuer; each is an OAuth2 client whose secret derives from one key of the data folder. */
public final class DemoUsers {
    /** Names of the users; each has the one role of the same name. */
    public static final List<String> NAMES =
            List.of("leader", "officer", "health-officer", "integrator", "auditor", "public");

    /** The client of a source that sends by itself: its token has the scope {@code ingest:<source>} and no role. */
    public static final String PUSH = "push";

    /** The area of {@code officer} unless another is asked for: Xã Trà My. */
    public static final String DEFAULT_AREA = "20900";

    private static final int PASSWORD_BYTES = 8;

    private DemoUsers() {}

    /** The password with which every demo user signs in at a browser: the first digits of a key of the data folder. */
    public static String password(byte[] key) {
        return HexFormat.of().formatHex(key, 0, PASSWORD_BYTES);
    }

    /** The client secret of a user: HMAC-SHA-256 of its name. */
    public static String secret(byte[] key, String user) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] digest = mac.doFinal(("client:" + user).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
