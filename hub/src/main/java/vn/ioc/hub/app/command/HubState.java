// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.embedded.OwnerFile;

/**
 * How the other commands find a running hub: one file per port in the user's state folder, readable by the owner only.
 *
 * @param address of the hub
 * @param key hexadecimal key that the demo users' client secrets derive from
 */
record HubState(String address, String key) {
    private static final JsonMapper JSON = new JsonMapper();

    private static Path folder() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return folder.resolve("ioc");
    }

    private static String name(int port) {
        return port + ".json";
    }

    static Path file(int port) {
        return folder().resolve(name(port));
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
        Path folder = folder();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        OwnerFile.write(folder, name(port), JSON.writeValueAsString(this));
    }

    static void remove(int port) throws IOException {
        Files.deleteIfExists(file(port));
    }
}
