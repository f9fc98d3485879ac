// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import vn.ioc.hub.embedded.OwnerFile;

/**
 * Keys of the hub as files of one folder, each 32 random bytes in hexadecimal, readable by the owner only.
 *
 * @param folder the folder
 * @param create whether a missing key is made; false in production, where keys are given
 */
public record KeyFiles(Path folder, boolean create) {
    private static final int BYTES = 32;

    /** The key of that name. */
    public byte[] key(String name) {
        Path file = folder.resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                if (!create) {
                    throw new StartupException(
                            StartupException.Reason.KEY_MISSING,
                            "key file '" + name
                                    + ".key' is missing in hub.keys; make it with 32 random bytes in hexadecimal");
                }
                write(name + ".key");
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length < BYTES) {
                throw new StartupException(
                        StartupException.Reason.KEY_MISSING, "key file '" + name + ".key' holds less than 32 bytes");
            }
            return key;
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException(
                    StartupException.Reason.KEY_MISSING,
                    "key file '" + name + ".key' cannot be read as hexadecimal text");
        }
    }

    private void write(String file) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        OwnerFile.write(folder, file, HexFormat.of().formatHex(key));
    }
}
