// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Outcome;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/**
 * Collects pages for a preview, up to a number of outcomes. Every stream starts from the beginning. A pull that was waited for
 * no longer may still hand over a page.
 */
final class PreviewGraph implements Graph {
    private final int limit;
    private final Graph running;
    private final Set<StreamId> listed = new HashSet<>();
    private final Set<StreamId> incomplete = new HashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, Long> unknownFields = new TreeMap<>();
    private int refused;
    private int excluded;
    private Runnable whenFull = () -> {};

    /** @param running the graph that tells the number of the next pull */
    PreviewGraph(int limit, Graph running) {
        this.limit = limit;
        this.running = running;
    }

    void whenFull(Runnable stop) {
        whenFull = stop;
    }

    synchronized boolean isFull() {
        return outcomes.size() >= limit;
    }

    synchronized Preview preview(List<String> problems) {
        List<Outcome> shown = List.copyOf(outcomes.subList(0, Math.min(limit, outcomes.size())));
        listed.removeAll(incomplete);
        boolean complete = !isFull() && problems.isEmpty();
        return new Preview(
                shown,
                refused,
                excluded,
                Map.copyOf(unknownFields),
                complete,
                Set.copyOf(listed),
                List.copyOf(problems));
    }

    @Override
    public Optional<Long> lease(StreamId stream) {
        return Optional.of(0L);
    }

    @Override
    public Checkpoint checkpoint(StreamId stream) {
        return new Checkpoint("", running.checkpoint(stream).poll());
    }

    @Override
    public synchronized Optional<Receipt> take(Page page) {
        outcomes.addAll(page.changes());
        outcomes.addAll(page.rejections());
        page.unknownFields().forEach((name, count) -> unknownFields.merge(name, count, Long::sum));
        refused += page.refused();
        excluded += page.excluded();
        if (!page.rejections().isEmpty()) {
            incomplete.add(page.stream());
        }
        if (page.last() && page.listed()) {
            listed.add(page.stream());
        }
        if (isFull()) {
            whenFull.run();
        }
        return Optional.of(
                new Receipt(page.changes().size(), 0, 0, page.rejections().size()));
    }

    @Override
    public synchronized void stop(StreamId stream, String run, long epoch, List<Rejected> rejections, String problem) {
        outcomes.addAll(rejections);
        incomplete.add(stream);
    }

    @Override
    public void note(StreamId stream, String run, RunState state, String problem) {}

    @Override
    public void reset(StreamId stream) {}
}
