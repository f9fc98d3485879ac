// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import vn.ioc.hub.embedded.EmbeddedException.Reason;

/**
 * A program beside the hub, kept alive: when it dies it is started again with the same arguments, after 0.5 s and twice
 * as long each time it dies young; after {@value #YOUNG_DEATHS} young deaths in a row it is {@link State#GIVEN_UP}.
 *
 * <p>Thread-safe. If this process dies, however it dies, the program's standard input ends and it stops by itself.
 */
public final class ChildProcess implements AutoCloseable {
    static final int YOUNG_DEATHS = 5;
    private static final Duration YOUNG = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(15);

    /** Where a program is in its life. */
    public enum State {
        STARTING,
        READY,
        /** It died and waits to be started again. */
        RESTARTING,
        /** It died young too often: only a new start of the hub helps. */
        GIVEN_UP,
        STOPPED
    }

    private final ChildProgram program;
    private final Consumer<String> progress;
    private final Thread keeper;
    private volatile ChildRun run;
    private volatile String address = "";
    private volatile State state = State.STARTING;
    private volatile boolean closing;

    private ChildProcess(ChildProgram program, Consumer<String> progress) {
        this.program = program;
        this.progress = progress;
        this.run = launch();
        this.keeper =
                Thread.ofPlatform().daemon().name(program.name() + "-keeper").unstarted(this::keep);
    }

    /**
     * Starts the program and waits until it is ready.
     *
     * @param progress gets a line for people when the program dies, is started again or is given up
     * @throws EmbeddedException if it is not ready in time; nothing is left running then
     */
    public static ChildProcess start(ChildProgram program, Consumer<String> progress) {
        ChildProcess child = new ChildProcess(program, progress);
        try {
            child.awaitReady();
        } catch (EmbeddedException failure) {
            child.closing = true;
            child.stop();
            throw failure;
        }
        child.keeper.start();
        return child;
    }

    /** What the program said after {@code ready}, such as {@code bolt://127.0.0.1:20123}. */
    public String address() {
        return address;
    }

    public State state() {
        return state;
    }

    /** Process id of the present life, or of the last one. */
    public long pid() {
        return run.pid();
    }

    /** Stops the program: its input ends, it gets its time, then it is destroyed. Does nothing the second time. */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        keeper.interrupt();
        try {
            keeper.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    private ChildRun launch() {
        try {
            program.lock().ifPresent(file -> FileLocks.awaitFree(file, LOCK_PATIENCE));
            return ChildRun.start(program);
        } catch (IOException failure) {
            throw new EmbeddedException(
                    Reason.NOT_STARTED, program.name() + " cannot be started: " + failure.getMessage(), failure);
        }
    }

    private void awaitReady() {
        try {
            address = run.ready().get(program.readyWithin().toMillis(), TimeUnit.MILLISECONDS);
            state = State.READY;
        } catch (ExecutionException ended) {
            Throwable cause = ended.getCause() == null ? ended : ended.getCause();
            throw new EmbeddedException(
                    Reason.NOT_STARTED, program.name() + " did not start: " + cause.getMessage() + seeLog(), ended);
        } catch (TimeoutException late) {
            throw new EmbeddedException(
                    Reason.TIMED_OUT,
                    program.name() + " was not ready within "
                            + program.readyWithin().toSeconds() + " s" + seeLog(),
                    late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException(
                    Reason.INTERRUPTED, "interrupted while " + program.name() + " was starting", interrupted);
        }
    }

    private void keep() {
        int youngDeaths = 0;
        try {
            while (!closing) {
                int code = run.awaitEnd();
                if (closing) {
                    return;
                }
                boolean old = state == State.READY && run.age().compareTo(YOUNG) >= 0;
                youngDeaths = old ? 1 : youngDeaths + 1;
                if (youngDeaths >= YOUNG_DEATHS) {
                    progress.accept(program.name() + " died " + youngDeaths + " times in a row: given up" + seeLog());
                    state = State.GIVEN_UP;
                    return;
                }
                state = State.RESTARTING;
                Duration pause = FIRST_PAUSE.multipliedBy(1L << (youngDeaths - 1));
                progress.accept(program.name() + " ended with code " + code + ": starting it again in "
                        + pause.toMillis() + " ms");
                Thread.sleep(pause);
                restart();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() {
        try {
            run = launch();
            awaitReady();
            progress.accept(program.name() + " is ready again");
        } catch (EmbeddedException failure) {
            progress.accept(failure.getMessage());
            stop();
        }
    }

    private void stop() {
        try {
            run.stop(program.stopWithin());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (closing) {
            state = State.STOPPED;
        }
    }

    private String seeLog() {
        return " (log: " + program.log() + ")";
    }
}
