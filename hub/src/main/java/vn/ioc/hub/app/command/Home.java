// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.ioc.hub.app.StartupException;

/** The checkout that the program was built in: where the embedded programs and the built-in sources lie. */
record Home(Path path) {
    static Home find() {
        Path home =
                Path.of(System.getProperty("ioc.home", ".")).toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve("integrations/sources"))) {
            throw new StartupException(
                    StartupException.Reason.BUILD_INCOMPLETE,
                    "no checkout of the hub at " + home + "; run ./ioc, or set -Dioc.home");
        }
        return new Home(home);
    }

    Path sources() {
        return path.resolve("integrations/sources");
    }

    Path districtLibraries() {
        return path.resolve("integrations/simulator/target/distribution/lib");
    }
}
