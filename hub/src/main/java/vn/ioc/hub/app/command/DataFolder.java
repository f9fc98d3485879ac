// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.app.StartupException;

/** The folder that holds everything the embedded hub keeps; one hub at a time, told apart from others by a marker file. */
record DataFolder(Path path) implements AutoCloseable {
    private static final String MARKER = ".ioc-data";
    private static @Nullable FileChannel lock;

    /** Opens the folder for this process alone. */
    static DataFolder open(Path path, boolean fresh) {
        try {
            if (fresh && Files.exists(path)) {
                forget(path);
            }
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(path.resolve(MARKER)) && !isEmpty(path)) {
                throw new StartupException(
                        StartupException.Reason.DATA_FOLDER,
                        "the data folder " + path + " holds files of something else; name another with --data");
            }
            FileChannel channel =
                    FileChannel.open(path.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock();
            if (held == null) {
                channel.close();
                throw new StartupException(
                        StartupException.Reason.DATA_FOLDER,
                        "another hub uses the data folder " + path + "; stop it, or name another with --data");
            }
            lock = channel;
            return new DataFolder(path);
        } catch (IOException e) {
            throw new StartupException(
                    StartupException.Reason.DATA_FOLDER,
                    "the data folder " + path + " cannot be used: " + reason(e) + "; mend it or name another with --data");
        }
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    private static void forget(Path path) throws IOException {
        if (!Files.exists(path.resolve(MARKER)) && !isEmpty(path)) {
            throw new StartupException(
                    StartupException.Reason.DATA_FOLDER, "--fresh forgets a hub's data only; " + path + " is not one's");
        }
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

    private static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.AccessDeniedException denied -> "no right to write it";
            case java.nio.file.FileAlreadyExistsException file -> "it is a file";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
