// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the other commands find a running hub: one file per port in the user's state folder, readable by the owner only.
 *
 * @param address of the hub
 * @param key hexadecimal key that the demo users' client secrets derive from
 */
record HubState(String address, String key) {
    private static final JsonMapper JSON = new JsonMapper();

    static Path file(int port) {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return folder.resolve("ioc").resolve(port + ".json");
    }

    static Optional<HubState> find(int port) {
        Path file = file(port);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), HubState.class));
        } catch (IOException | JacksonException e) {
            throw new CommandException("the state file " + file + " cannot be read; stop the hub and start it again");
        }
    }

    void write(int port) throws IOException {
        Path file = file(port);
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path half = Files.createTempFile(
                file.getParent(),
                "state",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, JSON.writeValueAsString(this));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static void remove(int port) throws IOException {
        Files.deleteIfExists(file(port));
    }
}
