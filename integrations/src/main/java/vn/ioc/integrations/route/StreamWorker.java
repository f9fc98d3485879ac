// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.pull.PullException;
import vn.ioc.integrations.pull.Run;
import vn.ioc.integrations.source.StreamManifest;

/** One stream in this process: one pull at a time, and how the last one went. */
final class StreamWorker {
    private final StreamManifest stream;
    private final Graph graph;
    private final RunnerSettings settings;
    private final Intake intake;
    private final ReentrantLock pulling = new ReentrantLock();
    private volatile StreamState state;
    private volatile boolean stopping;

    StreamWorker(StreamManifest stream, Graph graph, CodeLists codes, RunnerSettings settings) {
        this.stream = stream;
        this.graph = graph;
        this.settings = settings;
        this.intake = new Intake(stream, codes, settings.hmac());
        this.state = StreamState.of(stream.id());
    }

    StreamManifest stream() {
        return stream;
    }

    Intake intake() {
        return intake;
    }

    RunnerSettings settings() {
        return settings;
    }

    StreamState state() {
        return state;
    }

    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /**
     * Begins a pull.
     *
     * @param scheduled one of the rhythm, which is left out while another is under way; else it begins after that
     * @return empty when it is left out, when another process has the stream, and at a stop
     */
    Optional<Run> begin(boolean scheduled) {
        if (!scheduled) {
            pulling.lock();
        } else if (!pulling.tryLock()) {
            return Optional.empty();
        }
        if (stopping) {
            return Optional.empty();
        }
        update(s -> s.started(settings.clock().instant()));
        Optional<Run> run =
                Run.begin(graph, stream.id(), stream.mapping().version(), stream.listing(), settings.clock());
        if (run.isEmpty()) {
            update(s -> s.with(StreamState.State.STANDBY));
        }
        return run;
    }

    void succeeded(Run run) {
        run.end("");
        update(s -> s.succeeded(settings.clock().instant(), run.tally()));
    }

    void failed(Run run, PullException e) {
        update(s -> s.with(stateAfter(e.reason()), e.what(), run.tally()));
        if (e.reason() != PullException.Reason.FENCED) {
            run.end(e.what());
        }
    }

    /** @param problem why it could not even begin, or of the request that is sent again; empty when there is none */
    void stands(StreamState.State next, String problem) {
        update(s -> s.with(next, problem, s.tally()));
    }

    /** Lets the next pull begin; to be called by the thread that called {@link #begin}. */
    void end() {
        if (pulling.isHeldByCurrentThread()) {
            pulling.unlock();
        }
    }

    private static StreamState.State stateAfter(PullException.Reason reason) {
        return switch (reason) {
            case FENCED -> StreamState.State.STANDBY;
            case UNCONFIGURED -> StreamState.State.UNCONFIGURED;
            case UNAVAILABLE, REFUSED, NOT_UNDERSTOOD, INCOMPLETE, TOO_LARGE, REDIRECTED, NOT_TAKEN, DRIFTED ->
                StreamState.State.FAILED;
        };
    }

    private synchronized void update(UnaryOperator<StreamState> next) {
        state = next.apply(state);
    }
}
