// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import vn.ioc.hub.embedded.EmbeddedException.Reason;

/**
 * The folder that holds everything the embedded programs keep. Each folder made in it is open to its owner only
 * (0700), each secret too (0600): a store's files say as much as the store.
 */
final class DataFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SECRET_LENGTH = 40;

    private final Path root;

    /** @throws EmbeddedException {@link Reason#DATA_NOT_WRITABLE} if it cannot be made or written */
    DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.root);
        } catch (IOException failure) {
            throw unusable(this.root, failure);
        }
        if (!Files.isWritable(this.root)) {
            throw new EmbeddedException(Reason.DATA_NOT_WRITABLE, "the data folder is not writable: " + this.root);
        }
    }

    Path root() {
        return root;
    }

    /** A folder of this name, made if need be, and open to its owner only. */
    Path folder(String name) {
        Path folder = root.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
            return folder;
        } catch (IOException failure) {
            throw unusable(folder, failure);
        }
    }

    /** The secret of this name: 40 random letters and digits (238 bits), the same at every start. */
    String secret(String name) {
        Path folder = folder("secrets");
        Path file = folder.resolve(name);
        try {
            if (Files.notExists(file)) {
                OwnerFile.write(folder, name, random());
            }
        } catch (IOException failure) {
            throw unusable(file, failure);
        }
        return read(file);
    }

    private static String read(Path file) {
        try {
            String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (secret.length() < SECRET_LENGTH) {
                throw new EmbeddedException(
                        Reason.DATA_BROKEN, "the secret " + file + " is cut short: delete it and start again");
            }
            return secret;
        } catch (IOException failure) {
            throw unusable(file, failure);
        }
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder secret = new StringBuilder(SECRET_LENGTH);
        random.ints(SECRET_LENGTH, 0, LETTERS.length()).forEach(index -> secret.append(LETTERS.charAt(index)));
        return secret.toString();
    }

    static EmbeddedException unusable(Path path, IOException failure) {
        return new EmbeddedException(
                Reason.DATA_NOT_WRITABLE, "the data folder cannot be used: " + path + " (" + failure + ")", failure);
    }
}
