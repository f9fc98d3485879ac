// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

import java.util.List;
import java.util.Optional;

/**
 * The port through which changes leave this module. All methods may be called from any thread, and throw when the store
 * cannot be reached; nothing is half-written then.
 */
public interface Graph {
    /**
     * Takes or renews the lease of a stream.
     *
     * @return its epoch; empty while another process holds it, or the stream is stopped or paused
     */
    Optional<Long> lease(StreamId stream);

    /** How far the stream was read; {@link Checkpoint#START} when never. */
    Checkpoint checkpoint(StreamId stream);

    /**
     * Takes a page in one transaction: lease check, assertions, projection, rejections, checkpoint, outbox. Taking the
     * same page twice changes nothing.
     *
     * @return what it did; empty when the page's epoch is no longer the lease's, and nothing was written
     */
    Optional<Receipt> take(Page page);

    /**
     * Stops a stream whose items no longer look as the manifest says: keeps the rejections of the page that showed it and
     * takes nothing else of that page. No lease is given until a person lets it go on. Without effect when the epoch is no
     * longer the lease's.
     */
    void stop(StreamId stream, String run, long epoch, List<Rejected> rejections, String problem);

    /** Notes that a pull began, ended or failed; {@code problem} carries no payload, host or path. */
    void note(StreamId stream, String run, RunState state, String problem);

    /** Forgets how far the stream was read, so that the next pull starts from the beginning. */
    void reset(StreamId stream);

    /** @param accepted new or newer versions; @param unchanged skipped; @param stale older than what is known */
    record Receipt(int accepted, int unchanged, int stale, int rejected) {}

    /** State of a pull. */
    enum RunState {
        STARTED,
        SUCCEEDED,
        FAILED
    }
}
