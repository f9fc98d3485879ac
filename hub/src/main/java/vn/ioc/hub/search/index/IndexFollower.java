// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordType;

/**
 * Follows the graph in small steps: changes first, then a page of documents whose linked titles went out of date, then a page
 * of a rebuild. Documents are always built from what the graph says now. The position moves past a change only when all that
 * it entails is written. Repeating a step after a failure does no harm. Not thread-safe.
 */
final class IndexFollower {
    private static final int BATCH = 500;
    /** Records whose linking documents are looked for in one query. */
    private static final int AFFECTED = 200;

    private final IndexFeed feed;
    private final IndexSource source;
    private final IndexStore store;
    private final BulkWriter writer;
    private final IndexDocument documents;
    private final SearchModel model;
    private final Set<String> targets;
    private final Deque<Relink> relinks = new ArrayDeque<>();
    private boolean live;
    private long reached;
    private long position;
    private @Nullable Rebuild rebuild;

    IndexFollower(IndexFeed feed, IndexSource source, IndexStore store, BulkWriter writer, SearchModel model) {
        this.feed = feed;
        this.source = source;
        this.store = store;
        this.writer = writer;
        this.model = model;
        this.documents = new IndexDocument(model);
        this.targets = model.types().stream()
                .flatMap(type -> model.through(type).stream())
                .map(RecordLink::target)
                .collect(Collectors.toCollection(HashSet::new));
        model.types().stream().map(RecordType::name).filter(model::findsItself).forEach(targets::add);
    }

    /** Looks what is there. @return whether the index has to be built before it can answer */
    boolean prepare() {
        relinks.clear();
        position = feed.position();
        reached = position;
        live = store.exists();
        return !live || !store.current() || store.newest() > feed.newest();
    }

    /** Begins a rebuild with the next step; there is at most one. Without a live index earlier changes need no following. */
    void rebuild(Rebuild next) {
        rebuild = next;
        if (!live) {
            reached = Math.max(reached, feed.newest());
        }
    }

    /** Gives up a rebuild; {@link #prepare} has to be called again. */
    void forget() {
        rebuild = null;
    }

    Optional<Rebuild> rebuilding() {
        return Optional.ofNullable(rebuild);
    }

    /** Changes that are not in the index yet. */
    long lag() {
        return Math.max(0, feed.newest() - position);
    }

    /** One step. @return whether there was anything to do */
    boolean step() {
        boolean changed = follow();
        boolean relinked = relink();
        boolean filled = fill(!changed && !relinked);
        long safe = relinks.stream().mapToLong(r -> r.before() - 1).min().orElse(reached);
        if (safe > position && live) {
            feed.advance(safe);
            position = safe;
        }
        return changed || relinked || filled;
    }

    private boolean follow() {
        List<IndexFeed.Change> changes = feed.after(reached, BATCH);
        if (changes.isEmpty()) {
            return false;
        }
        Map<String, IndexFeed.Change> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.uid(), change));
        write(last.keySet(), uid -> Optional.ofNullable(last.get(uid)).map(IndexFeed.Change::seq), aliases());
        List<String> titles = last.values().stream()
                .filter(change -> targets.contains(change.type()))
                .map(IndexFeed.Change::uid)
                .toList();
        if (!titles.isEmpty()) {
            look(titles, changes.getFirst().seq());
        }
        reached = changes.getLast().seq();
        return true;
    }

    private void look(List<String> changed, long before) {
        List<Through> affected = source.affected(changed);
        List<String> all = affected.stream().map(Through::uid).toList();
        for (String alias : aliases()) {
            store.refresh(alias);
            for (int from = 0; from < affected.size(); from += AFFECTED) {
                List<Through> some = affected.subList(from, Math.min(affected.size(), from + AFFECTED));
                relinks.add(Relink.of(alias, before, changed, some, all));
            }
        }
    }

    private boolean relink() {
        Relink next = relinks.peekFirst();
        if (next == null) {
            return false;
        }
        List<String> stale = next.next(store);
        write(stale, uid -> Optional.empty(), List.of(next.alias()));
        relinks.removeFirst();
        if (stale.size() == Relink.PAGE) {
            relinks.addFirst(next.from(stale.getLast()));
        }
        return true;
    }

    private boolean fill(boolean idle) {
        Rebuild current = rebuild;
        if (current == null) {
            return false;
        }
        if (!current.filled()) {
            current.fill(page -> write(page, uid -> Optional.empty(), List.of(store.building())));
        } else if (idle && current.finish()) {
            live = true;
            relinks.clear();
            rebuild = null;
            current.complete();
        }
        return true;
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        if (live) {
            aliases.add(store.live());
        }
        if (rebuild != null && rebuild.begun()) {
            aliases.add(store.building());
        }
        return aliases;
    }

    /** @param gone outbox number with which a record that does not exist leaves the index; empty = it is left alone */
    private int write(Collection<String> uids, Function<String, Optional<Long>> gone, List<String> aliases) {
        if (uids.isEmpty()) {
            return 0;
        }
        List<IndexWrite> writes = new ArrayList<>();
        Set<String> absent = new HashSet<>(uids);
        for (IndexRecord entity : source.read(uids)) {
            absent.remove(entity.uid());
            if (model.holds(entity.type())) {
                writes.add(new IndexWrite.Put(entity.uid(), entity.seq(), documents.of(entity)));
            }
        }
        int written = writes.size();
        absent.forEach(uid -> gone.apply(uid).ifPresent(version -> writes.add(new IndexWrite.Drop(uid, version))));
        writer.write(writes, aliases);
        return written;
    }
}
