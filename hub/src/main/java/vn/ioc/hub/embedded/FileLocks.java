// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ioc.hub.embedded.EmbeddedException.Reason;

/** Waiting for locks that a process leaves with its death, which may be a little later than that of its parent. */
final class FileLocks {
    private static final long PAUSE_MILLIS = 100;

    /** Locks belong to processes, and closing any channel of a file gives its lock up: so ours are counted here first. */
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    private FileLocks() {}

    /** Returns when no other process holds the lock of the file, or at once when there is no such file. */
    static void awaitFree(Path file, Duration patience) {
        if (Files.exists(file)) {
            acquire(file, patience).close();
        }
    }

    /**
     * Takes the lock of the file, which is created if need be. It is given back with the channel, or by death.
     *
     * @throws EmbeddedException {@link Reason#DATA_IN_USE} when another process keeps it
     */
    static Held acquire(Path file, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!tryAcquire(file)) {
                if (System.nanoTime() > deadline) {
                    throw new EmbeddedException(
                            Reason.DATA_IN_USE,
                            "another process works on this data: " + file + " stayed locked for " + patience.toSeconds()
                                    + " s");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return new Held(file);
        } catch (IOException failure) {
            throw new EmbeddedException(
                    Reason.DATA_NOT_WRITABLE, "cannot lock " + file + ": " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException(Reason.INTERRUPTED, "interrupted while waiting for " + file, interrupted);
        }
    }

    private static synchronized boolean tryAcquire(Path file) throws IOException {
        if (HELD.containsKey(file)) {
            return false;
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return false;
        }
        HELD.put(file, channel);
        return true;
    }

    /** A lock that is held until it is closed, or until this process dies. */
    record Held(Path file) implements AutoCloseable {
        @Override
        public void close() {
            FileChannel channel = HELD.remove(file);
            if (channel != null) {
                try {
                    channel.close();
                } catch (IOException failure) {
                    throw new EmbeddedException(
                            Reason.DATA_NOT_WRITABLE, "cannot unlock " + file + ": " + failure.getMessage(), failure);
                }
            }
        }
    }
}
