// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.time.Instant;
import java.util.Optional;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.pull.Run;

/**
 * How a stream stands.
 *
 * @param problem why the last pull failed, or the request that the one under way sends again; empty when nothing did
 * @param lastSuccess end of the last complete pull in this process
 * @param tally of the last pull
 */
public record StreamState(
        StreamId stream,
        State state,
        String problem,
        Optional<Instant> lastStart,
        Optional<Instant> lastSuccess,
        Run.Tally tally) {

    /** What it is doing. */
    public enum State {
        /** Not pulled yet. */
        NEW,
        PULLING,
        /** A request failed and is sent again later. */
        WAITING,
        /** The last pull was complete. */
        CURRENT,
        /** The last pull failed; the next one tries again. */
        FAILED,
        /** Another process pulls it. */
        STANDBY,
        /** A parameter is not set, or a folder is not there. */
        UNCONFIGURED
    }

    static StreamState of(StreamId stream) {
        return new StreamState(
                stream, State.NEW, "", Optional.empty(), Optional.empty(), new Run.Tally(0, 0, 0, 0, 0, 0, 0));
    }

    StreamState started(Instant at) {
        return new StreamState(stream, State.PULLING, "", Optional.of(at), lastSuccess, tally);
    }

    StreamState with(State next) {
        return new StreamState(stream, next, problem, lastStart, lastSuccess, tally);
    }

    StreamState succeeded(Instant at, Run.Tally done) {
        return new StreamState(stream, State.CURRENT, "", lastStart, Optional.of(at), done);
    }

    StreamState with(State next, String why, Run.Tally done) {
        return new StreamState(stream, next, why, lastStart, lastSuccess, done);
    }
}
