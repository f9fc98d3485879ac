// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import vn.ioc.hub.embedded.EmbeddedException.Reason;

/**
 * Loopback ports chosen once and kept in {@code <data>/ports/<name>}, so that a store comes back where it was. A port
 * that somebody else has taken meanwhile is replaced. They lie below the range from which systems take the ports of
 * outgoing connections, so that none of those steals one while its store is being started again.
 */
final class StorePorts {
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 200;

    private final Path folder;

    StorePorts(DataFolder data) {
        this.folder = data.folder("ports");
    }

    int port(String name) {
        Path file = folder.resolve(name);
        try {
            int kept = read(file);
            if (kept > 0 && isFree(kept)) {
                return kept;
            }
            int chosen = choose();
            Files.writeString(file, Integer.toString(chosen));
            return chosen;
        } catch (IOException failure) {
            throw DataFolder.unusable(file, failure);
        }
    }

    private static int read(Path file) throws IOException {
        try {
            String text = Files.readString(file).strip();
            return text.matches("[0-9]{4,5}") ? Integer.parseInt(text) : 0;
        } catch (NoSuchFileException firstStart) {
            return 0;
        }
    }

    private static int choose() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new EmbeddedException(
                Reason.NOT_STARTED, "no free port on the loopback address between " + LOWEST + " and " + BEYOND);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
