// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ioc.hub.embedded.ChildProcess.State;
import vn.ioc.hub.embedded.EmbeddedException.Reason;

/** Supervision, shown with real child JVMs that do nothing else. */
final class ChildProcessIT {
    @TempDir
    private Path folder;

    private final List<String> progress = new CopyOnWriteArrayList<>();

    @Test
    void tellsTheAddressOfTheReadyLineAndStopsWhenClosed() throws IOException {
        ChildProcess child = start("serve");

        assertThat(child.address()).isEqualTo("tiny://" + child.pid());
        assertThat(child.state()).isEqualTo(State.READY);
        child.close();
        child.close();

        assertThat(child.state()).isEqualTo(State.STOPPED);
        assertThat(isAlive(child.pid())).isFalse();
        assertThat(Files.readString(folder.resolve("tiny.log"))).contains("warming up");
    }

    @Test
    void handsOnNothingOfTheParentsEnvironmentButWhatEveryProgramNeeds() throws IOException {
        try (ChildProcess child = start("serve")) {
            assertThat(child.state()).isEqualTo(State.READY);
            assertThat(Files.readAllLines(folder.resolve("environment")))
                    .isSubsetOf("PATH", "HOME", "TZ", "LC_ALL", "TINY");
        }
    }

    /** Virtual threads that read pipes starve all others once the spare carriers have died of idleness (half a minute). */
    @Test
    void holdsNoCarrierOfVirtualThreadsWhileAProgramRuns() throws IOException {
        try (ChildProcess child = start("serve")) {
            assertThat(child.state()).isEqualTo(State.READY);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("tiny-"))
                    .extracting(Thread::getName)
                    .contains("tiny-output", "tiny-keeper");
        }
    }

    @Test
    void startsAKilledProgramAgain() throws Exception {
        try (ChildProcess child = start("serve")) {
            long first = child.pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            Eventually.holds(() -> child.pid() != first && child.state() == State.READY);

            assertThat(child.address()).isEqualTo("tiny://" + child.pid());
            assertThat(progress).last().isEqualTo("tiny is ready again");
        }
    }

    @Test
    void givesUpAProgramThatKeepsDyingYoung() throws Exception {
        try (ChildProcess child = start("flicker")) {
            Eventually.holds(() -> child.state() == State.GIVEN_UP);

            assertThat(progress).hasSize(2 * ChildProcess.YOUNG_DEATHS - 1);
            assertThat(progress).last().asString().startsWith("tiny died 5 times in a row: given up");
        }
    }

    @Test
    void saysWhyAProgramDidNotStart() {
        assertThatThrownBy(() -> start("die"))
                .isInstanceOfSatisfying(
                        EmbeddedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_STARTED))
                .hasMessageContaining("tiny did not start: no room for me")
                .hasMessageContaining("tiny.log");
    }

    @Test
    void leavesNothingRunningWhenAProgramIsNotReadyInTime() {
        assertThatThrownBy(() -> ChildProcess.start(program("dumb", Duration.ofSeconds(2)), progress::add))
                .isInstanceOfSatisfying(
                        EmbeddedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));

        assertThat(ProcessHandle.current().children().filter(ChildProcessIT::isTiny))
                .isEmpty();
    }

    @Test
    void waitsForTheLockThatALateProcessStillHolds() throws Exception {
        Path lock = folder.resolve("lock");
        FileLocks.Held held = FileLocks.acquire(lock, Duration.ZERO);
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(700);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            held.close();
        });
        long before = System.nanoTime();

        FileLocks.awaitFree(lock, Duration.ofSeconds(10));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(500));
    }

    private ChildProcess start(String mode) {
        return ChildProcess.start(program(mode, Duration.ofSeconds(60)), progress::add);
    }

    private ChildProgram program(String mode, Duration readyWithin) {
        return new ChildProgram(
                "tiny",
                List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"),
                List.of(Path.of("target/test-classes").toAbsolutePath().toString()),
                TinyProgram.class.getName(),
                List.of(mode),
                Map.of("TINY", "1"),
                folder,
                folder.resolve("tiny.log"),
                Optional.empty(),
                readyWithin,
                Duration.ofSeconds(20));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static boolean isTiny(ProcessHandle child) {
        return child.info().commandLine().orElse("").contains(TinyProgram.class.getName());
    }
}
