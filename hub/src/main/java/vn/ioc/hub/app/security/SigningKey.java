// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import vn.ioc.hub.app.StartupException;
import vn.ioc.hub.embedded.OwnerFile;

/** The RSA key that signs the embedded issuer's tokens; kept, so that tokens outlive a restart. */
final class SigningKey {
    private static final int BITS = 2048;
    private static final String NAME = "issuer-signing.jwk";

    private SigningKey() {}

    static RSAKey in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (Files.exists(file)) {
                return RSAKey.parse(Files.readString(file));
            }
            RSAKey key = new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
            OwnerFile.write(folder, NAME, key.toJSONString());
            return key;
        } catch (IOException | ParseException | JOSEException e) {
            throw new StartupException(
                    StartupException.Reason.KEY_MISSING, "the issuer's signing key in the data folder cannot be used");
        }
    }
}
