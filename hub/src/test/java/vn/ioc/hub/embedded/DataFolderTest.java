// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ioc.hub.embedded.EmbeddedException.Reason;

final class DataFolderTest {
    @TempDir
    private Path root;

    @Test
    void keepsASecretForItsOwnerOnlyAndGivesTheSameAgain() throws IOException {
        String secret = new DataFolder(root).secret("neo4j");

        assertThat(secret).matches("[A-Za-z0-9]{40}");
        assertThat(new DataFolder(root).secret("neo4j")).isEqualTo(secret);
        assertThat(new DataFolder(root).secret("elasticsearch")).isNotEqualTo(secret);
        assertThat(permissions("secrets")).isEqualTo("rwx------");
        assertThat(permissions("secrets/neo4j")).isEqualTo("rw-------");
    }

    @Test
    void closesAFolderThatWasOpenToOthers() throws IOException {
        Files.createDirectory(root.resolve("neo4j"));
        Files.setPosixFilePermissions(root.resolve("neo4j"), PosixFilePermissions.fromString("rwxr-xr-x"));

        new DataFolder(root).folder("neo4j");

        assertThat(permissions("neo4j")).isEqualTo("rwx------");
    }

    @Test
    void refusesASecretThatWasCutShort() throws IOException {
        new DataFolder(root).secret("neo4j");
        Files.writeString(root.resolve("secrets/neo4j"), "abc");

        assertReason(() -> new DataFolder(root).secret("neo4j"), Reason.DATA_BROKEN);
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.createFile(root.resolve("file"));

        assertReason(() -> new DataFolder(file), Reason.DATA_NOT_WRITABLE);
        assertReason(() -> new DataFolder(root).folder("file"), Reason.DATA_NOT_WRITABLE);
    }

    @Test
    void saysThatAProgramHasNotBeenBuilt() {
        assertReason(() -> new StorePrograms(root, new DataFolder(root)).neo4j(20_000, "secret"), Reason.NOT_BUILT);
    }

    @Test
    void keepsAPortUntilSomebodyElseTakesIt() throws IOException {
        StorePorts ports = new StorePorts(new DataFolder(root));
        int port = ports.port("neo4j");

        assertThat(port).isBetween(20_000, 32_000);
        assertThat(ports.port("neo4j")).isEqualTo(port);
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThat(ports.port("neo4j")).isNotEqualTo(port);
        }
    }

    @Test
    void letsOneHolderOfALockWorkAtATime() {
        Path lock = root.resolve("stores.lock");
        FileLocks.Held first = FileLocks.acquire(lock, Duration.ZERO);

        assertReason(() -> FileLocks.acquire(lock, Duration.ofMillis(200)), Reason.DATA_IN_USE);

        first.close();
        FileLocks.acquire(lock, Duration.ZERO).close();
    }

    @Test
    void neverPutsASecretOnACommandLineOrIntoAText() throws IOException {
        Files.createDirectories(root.resolve("hub/embedded/neo4j/target/distribution/lib"));
        ChildProgram program = new StorePrograms(root, new DataFolder(root)).neo4j(20_000, "topsecret");

        assertThat(program.command()).noneMatch(part -> part.contains("topsecret"));
        assertThat(program.toString()).doesNotContain("topsecret");
        assertThat(new StoreAddress("bolt://x", "neo4j", "topsecret").toString())
                .doesNotContain("topsecret");
    }

    private static void assertReason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EmbeddedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(name)));
    }
}
