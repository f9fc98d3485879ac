// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of Node that tests run: npm, and scripts with what their lock file names. */
public final class NodeProgram {
    private static final long PATIENCE_SECONDS = 240;
    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder where they run; has the package.json */
    public NodeProgram(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** {@code npm ci}, unless what the lock file names is there from an earlier run. */
    public void install() throws IOException, InterruptedException {
        String lock = Files.readString(folder.resolve("package-lock.json"));
        Path installed = folder.resolve("node_modules/.installed");
        if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
            run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline");
            Files.writeString(installed, lock);
        }
    }

    /** Standard output and error together; fails with them when the program does, and says so when there is no Node. */
    public String run(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(command[0], ".log");
        ProcessBuilder program = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        program.environment().putAll(environment);
        try {
            Process process = program.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        command[0] + " took longer than " + PATIENCE_SECONDS + " s:\n" + Files.readString(log));
            }
            String output = Files.readString(log);
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException missing) {
            throw new AssertionError(
                    "'" + command[0] + "' could not be run: the build needs Node 20 or later on the PATH", missing);
        } finally {
            Files.deleteIfExists(log);
        }
    }
}
