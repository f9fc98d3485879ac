// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/** A graph in memory that keeps the promises of the port: newest version wins, one epoch writes, a page whole or not at all. */
public final class MemoryGraph implements Graph {
    private final Map<String, Change> newest = new TreeMap<>();
    private final Map<StreamId, Checkpoint> checkpoints = new HashMap<>();
    private final Map<StreamId, Long> epochs = new HashMap<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<StreamId, String> stopped = new HashMap<>();
    private final List<Rejected> rejectedByStops = new ArrayList<>();
    private boolean leasedElsewhere;
    private boolean unreachable;

    @Override
    public synchronized Optional<Long> lease(StreamId stream) {
        return leasedElsewhere || stopped.containsKey(stream)
                ? Optional.empty()
                : Optional.of(epochs.computeIfAbsent(stream, s -> 1L));
    }

    @Override
    public synchronized Checkpoint checkpoint(StreamId stream) {
        return checkpoints.getOrDefault(stream, Checkpoint.START);
    }

    @Override
    public synchronized Optional<Receipt> take(Page page) {
        if (unreachable) {
            throw new IllegalStateException("the store cannot be reached");
        }
        if (epochs.getOrDefault(page.stream(), 0L) != page.epoch()) {
            return Optional.empty();
        }
        int accepted = 0;
        int unchanged = 0;
        int stale = 0;
        for (Change change : page.changes()) {
            String id = change.stream() + " " + change.key();
            Change known = newest.get(id);
            if (known != null && known.version() > change.version()) {
                stale++;
            } else if (known != null && known.hash().equals(change.hash())) {
                unchanged++;
            } else {
                newest.put(id, change);
                accepted++;
            }
        }
        pages.add(page);
        checkpoints.put(page.stream(), page.checkpoint());
        return Optional.of(
                new Receipt(accepted, unchanged, stale, page.rejections().size()));
    }

    @Override
    public synchronized void stop(StreamId stream, String run, long epoch, List<Rejected> rejections, String problem) {
        stopped.put(stream, problem);
        rejectedByStops.addAll(rejections);
    }

    @Override
    public synchronized void note(StreamId stream, String run, RunState state, String problem) {
        notes.add(stream + " " + state + (problem.isEmpty() ? "" : " " + problem));
    }

    @Override
    public synchronized void reset(StreamId stream) {
        checkpoints.remove(stream);
    }

    /** As if another process took the stream: pages of the old epoch are fenced off. */
    public synchronized void takeAway(StreamId stream) {
        epochs.merge(stream, 1L, Long::sum);
    }

    public synchronized void leaseElsewhere(boolean elsewhere) {
        leasedElsewhere = elsewhere;
    }

    public synchronized void makeUnreachable(boolean now) {
        unreachable = now;
    }

    public synchronized List<Page> pages() {
        return List.copyOf(pages);
    }

    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    public synchronized Collection<Change> changes() {
        return List.copyOf(newest.values());
    }

    /** The newest versions of one type, deletions left out, by key. */
    public synchronized Map<String, Change> live(String type) {
        Map<String, Change> live = new TreeMap<>();
        newest.values().stream()
                .filter(c -> c.key().type().equals(type) && c.kind() == Change.Kind.UPSERT)
                .forEach(c -> live.put(c.key().key(), c));
        return live;
    }

    /** Lets a stopped stream go on. */
    public synchronized void resume(StreamId stream) {
        stopped.remove(stream);
    }

    public synchronized List<Rejected> rejections() {
        return Stream.concat(pages.stream().flatMap(p -> p.rejections().stream()), rejectedByStops.stream())
                .toList();
    }

    public synchronized int refused() {
        return pages.stream().mapToInt(Page::refused).sum();
    }

    public synchronized int excluded() {
        return pages.stream().mapToInt(Page::excluded).sum();
    }
}
