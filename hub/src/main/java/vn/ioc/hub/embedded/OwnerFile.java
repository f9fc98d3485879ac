// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner may read, and that is there whole or not at all, whenever the writer dies. */
public final class OwnerFile {
    private OwnerFile() {}

    /** Writes the file of this name in an existing folder; one that is there is replaced. */
    public static void write(Path folder, String name, String text) throws IOException {
        Path half = Files.createTempFile(
                folder,
                "." + name,
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, text, StandardOpenOption.SYNC);
        Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
