// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.intake.Batch;

/** One pull of one stream towards the graph: holds the lease and hands over pages. Used by one thread. */
public final class Run {
    private static final Duration RENEW_AFTER = Duration.ofSeconds(5);

    private static final int MOST_CHANGES = 1000;

    /** Share of a page's items that may be rejected, in percent; more is drift. */
    private static final int MOST_REJECTED = 20;

    /** Items from which a page tells of drift; in a smaller one a single bad item would weigh too much. */
    private static final int TELLING = 10;

    private final Graph graph;
    private final StreamId stream;
    private final String mapping;
    private final boolean listing;
    private final Clock clock;
    private final String id = UUID.randomUUID().toString();
    private final long epoch;
    private final Checkpoint before;
    private long renewedAt = System.nanoTime();
    private Tally tally = Tally.NOTHING;

    private Run(Graph graph, StreamId stream, String mapping, boolean listing, Clock clock, long epoch) {
        this.graph = graph;
        this.stream = stream;
        this.mapping = mapping;
        this.listing = listing;
        this.clock = clock;
        this.epoch = epoch;
        this.before = graph.checkpoint(stream);
    }

    /** What a pull did so far. */
    public record Tally(int pages, int accepted, int unchanged, int stale, int rejected, int refused, int excluded) {
        static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Begins a pull; empty while another process holds the stream, or it is halted.
     *
     * @param mapping name of the stream's mapping
     * @param listing whether the pull reads the whole list of what there is
     */
    public static Optional<Run> begin(Graph graph, StreamId stream, String mapping, boolean listing, Clock clock) {
        return graph.lease(stream).map(epoch -> {
            Run run = new Run(graph, stream, mapping, listing, clock, epoch);
            graph.note(stream, run.id, Graph.RunState.STARTED, "");
            return run;
        });
    }

    public String id() {
        return id;
    }

    public Tally tally() {
        return tally;
    }

    /** Number of this pull: one more than the complete ones. */
    public long poll() {
        return before.poll() + 1;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Where the last pull with this same mapping ended; empty = from the start. */
    String cursor() {
        String prefix = mapping + "|";
        return before.cursor().startsWith(prefix) ? before.cursor().substring(prefix.length()) : "";
    }

    /** Renews the lease if some time has gone by. @throws PullException when another process has it now */
    void stillMine() throws PullException {
        if (System.nanoTime() - renewedAt > RENEW_AFTER.toNanos()) {
            Optional<Long> held = graph.lease(stream);
            if (held.isEmpty() || held.get() != epoch) {
                throw new PullException(PullException.Reason.FENCED, "another process reads this stream now");
            }
            renewedAt = System.nanoTime();
        }
    }

    /** Hands over a page that does not move the place to read from. */
    void take(Batch batch) throws PullException {
        take(batch, before, false, listing);
    }

    /** Hands over a page and moves the place, before the pull is over. */
    void take(Batch batch, String cursor) throws PullException {
        take(batch, new Checkpoint(mapping + "|" + cursor, before.poll()), false, listing);
    }

    /** Hands over the last page; the next pull starts at {@code cursor}. */
    void finish(Batch batch, String cursor) throws PullException {
        finish(batch, cursor, listing);
    }

    /** As {@link #finish(Batch, String)}. @param listed whether a pull that lists did meet all that there is */
    void finish(Batch batch, String cursor, boolean listed) throws PullException {
        take(batch, new Checkpoint(mapping + "|" + cursor, poll()), true, listed);
    }

    /** A batch of many changes becomes several pages; only the last one moves the place and carries the counts. */
    private void take(Batch batch, Checkpoint checkpoint, boolean last, boolean listed) throws PullException {
        stopAtDrift(batch);
        int from = 0;
        for (; batch.changes().size() - from > MOST_CHANGES; from += MOST_CHANGES) {
            List<Change> some = batch.changes().subList(from, from + MOST_CHANGES);
            take(new Page(stream, id, epoch, some, List.of(), 0, 0, Map.of(), before, false, listing));
        }
        take(new Page(
                stream,
                id,
                epoch,
                batch.changes().subList(from, batch.changes().size()),
                batch.rejections(),
                batch.refused(),
                batch.excluded(),
                batch.unknownFields(),
                checkpoint,
                last,
                listed));
    }

    private void stopAtDrift(Batch batch) throws PullException {
        int rejected = batch.rejections().size();
        if (batch.items() >= TELLING && rejected * 100L > batch.items() * (long) MOST_REJECTED) {
            String problem =
                    rejected + " of " + batch.items() + " items of a page were rejected; nothing of it was taken. "
                            + "Mend the manifest by what the rejections say, then run the source";
            graph.stop(stream, id, epoch, batch.rejections(), problem);
            throw new PullException(PullException.Reason.DRIFTED, problem);
        }
    }

    private void take(Page page) throws PullException {
        Graph.Receipt receipt;
        try {
            receipt = graph.take(page)
                    .orElseThrow(() ->
                            new PullException(PullException.Reason.FENCED, "another process reads this stream now"));
        } catch (RuntimeException e) {
            throw new PullException(PullException.Reason.NOT_TAKEN, "the graph did not take a page", e);
        }
        renewedAt = System.nanoTime();
        tally = new Tally(
                tally.pages() + 1,
                tally.accepted() + receipt.accepted(),
                tally.unchanged() + receipt.unchanged(),
                tally.stale() + receipt.stale(),
                tally.rejected() + receipt.rejected(),
                tally.refused() + page.refused(),
                tally.excluded() + page.excluded());
    }

    /** Notes how the pull ended. @param problem empty when it succeeded */
    public void end(String problem) {
        graph.note(stream, id, problem.isEmpty() ? Graph.RunState.SUCCEEDED : Graph.RunState.FAILED, problem);
    }
}
