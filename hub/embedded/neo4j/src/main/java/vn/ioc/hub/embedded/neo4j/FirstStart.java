// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.io.fs.FileUtils;

/**
 * The start in which a home is made. Neo4j survives a death once a database has its transaction logs, but makes the store's
 * files before them; a death in between leaves a database that it never starts again. So what a first start has made counts only
 * when it got to its end: nobody was told the address before, and nothing can have been written.
 */
final class FirstStart {
    private final Path home;
    private final Path data;
    private final Path unfinished;

    FirstStart(Path home) {
        this.home = home;
        this.data = home.resolve("data");
        this.unfinished = home.resolve("unfinished");
    }

    /** Removes what a first start has left that did not get to its end. */
    void begin() throws IOException {
        if (Files.exists(unfinished)) {
            FileUtils.deleteDirectory(data);
        } else if (Files.notExists(data)) {
            Files.createDirectories(home);
            Files.createFile(unfinished);
        }
    }

    /** To be called before anybody is told the address. */
    void end() throws IOException {
        Files.deleteIfExists(unfinished);
    }
}
