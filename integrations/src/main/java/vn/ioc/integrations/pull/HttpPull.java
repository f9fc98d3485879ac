// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.source.Transport;

/**
 * A pull with its tries: tells what to send next and how long to wait before, and gives up when one request has failed too often.
 */
public final class HttpPull {
    private final Pull pull;
    private final Run run;
    private final int attempts;
    private final Backoff backoff;
    private int failures;
    private Duration pause = Duration.ZERO;
    private String problem = "";

    private HttpPull(Pull pull, Run run, int attempts, Backoff backoff) {
        this.pull = pull;
        this.run = run;
        this.attempts = attempts;
        this.backoff = backoff;
    }

    /** Pages of a list. @param http with its settings resolved */
    public static HttpPull of(StreamManifest stream, Transport.Http http, Intake intake, Run run, Backoff backoff)
            throws PullException {
        return new HttpPull(new PagesPull(stream, http, intake, run), run, http.attempts(), backoff);
    }

    /** A list and its packages. @param http of the transport, with its settings resolved */
    public static HttpPull of(
            StreamManifest stream,
            Transport.HttpPackages transport,
            Transport.Http http,
            Intake intake,
            Run run,
            Backoff backoff)
            throws PullException {
        return new HttpPull(new PackagesPull(stream, transport, http, intake, run), run, http.attempts(), backoff);
    }

    public Run run() {
        return run;
    }

    /** The next request; empty = the pull is complete. */
    public Optional<Call> next() {
        return pull.next();
    }

    /** How long to wait before sending what {@link #next} gives. */
    public Duration pause() {
        return pause;
    }

    /** What went wrong with the request that {@link #next} gives again; empty when it is a new one. */
    public String problem() {
        return problem;
    }

    /** @throws PullException when the pull cannot go on */
    public void answered(Answer answer) throws PullException {
        try {
            if (answer.status() == 200) {
                pull.answered(answer);
            } else {
                pull.answeredOtherwise(answer);
            }
            failures = 0;
            pause = Duration.ZERO;
            problem = "";
        } catch (PullException e) {
            failed(e, answer.header("retry-after"));
        }
    }

    /** No answer came, or none that could be read to its end. */
    public void failed(PullException e) throws PullException {
        failed(e, Optional.empty());
    }

    private void failed(PullException e, Optional<String> retryAfter) throws PullException {
        failures++;
        if (!e.reason().again() || failures >= attempts) {
            throw e;
        }
        problem = e.what();
        pause = backoff.before(failures, retryAfter, Instant.now());
    }
}
