// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.app.StartupException;

/** The folder that holds everything the embedded hub keeps; known by the lock file that the stores leave in it. */
record DataFolder(Path path) {
    private static final String MARKER = "stores.lock";

    /** Makes sure that the folder is a hub's or nobody's, and empties it when asked to. */
    static DataFolder prepare(Path path, boolean fresh) {
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw refused("the data folder " + path + " is a file");
            }
            if (Files.exists(path) && !Files.exists(path.resolve(MARKER)) && !isEmpty(path)) {
                throw refused("the folder " + path + " holds files of something else");
            }
            if (fresh && Files.exists(path)) {
                forget(path);
            }
            Files.createDirectories(path);
            if (!Files.isWritable(path)) {
                throw refused("the data folder " + path + " cannot be written");
            }
            return new DataFolder(path);
        } catch (IOException e) {
            throw refused("the data folder " + path + " cannot be used");
        }
    }

    private static StartupException refused(String what) {
        return new StartupException(StartupException.Reason.DATA_FOLDER, what + "; name another with --data");
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** Deletes the folder and all in it. */
    static void forget(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
