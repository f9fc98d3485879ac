// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One life of a program: from its start to its end. Its standard input stays open as long as this process wants it. */
final class ChildRun {
    private static final System.Logger LOGGER = System.getLogger(ChildRun.class.getName());
    private static final String READY = "ready ";

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final long startedAt = System.nanoTime();
    private volatile String lastLine = "";
    private boolean logBroken;

    private ChildRun(Process process) {
        this.process = process;
    }

    static ChildRun start(ChildProgram program) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.command())
                .directory(program.folder().toFile())
                .redirectErrorStream(true);
        minimise(builder.environment());
        builder.environment().putAll(program.environment());
        ChildLog log = ChildLog.open(program.log());
        ChildRun run;
        try {
            run = new ChildRun(builder.start());
        } catch (IOException failure) {
            log.close();
            throw failure;
        }
        // Not a virtual thread: reading a pipe holds a carrier for good, and two of them starve a machine of two cores.
        Thread.ofPlatform().daemon().name(program.name() + "-output").start(() -> run.pump(log));
        return run;
    }

    /** What belongs to the hub, secrets among it, is not handed on. */
    private static void minimise(Map<String, String> environment) {
        environment.keySet().retainAll(Set.of("PATH", "HOME", "TZ"));
        environment.put("LC_ALL", "C.UTF-8");
    }

    private void pump(ChildLog log) {
        try (log;
                BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                write(log, line);
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()).strip());
                } else if (!line.isBlank()) {
                    lastLine = line;
                }
            }
        } catch (IOException failure) {
            LOGGER.log(Level.WARNING, "output of a child process: {0}", failure.getMessage());
        } finally {
            process.onExit().thenRun(() -> ready.completeExceptionally(new IllegalStateException(lastLine)));
        }
    }

    /** A full disk must not stop the program: its output is read on, whether or not it can be kept. */
    private void write(ChildLog log, String line) {
        try {
            log.append(line);
        } catch (IOException failure) {
            if (!logBroken) {
                logBroken = true;
                LOGGER.log(Level.WARNING, "log of a child process: {0}", failure.getMessage());
            }
        }
    }

    /** Completes with what the ready line says after its first word; fails with the last line of output if it ends. */
    CompletableFuture<String> ready() {
        return ready;
    }

    long pid() {
        return process.pid();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends standard input, waits for the program to stop, and destroys it when it does not. */
    void stop(Duration patience) throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException broken) {
            process.destroy();
        }
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
