// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import vn.ioc.hub.access.Subject;
import vn.ioc.hub.search.index.IndexFeed;
import vn.ioc.hub.search.index.IndexRecord;
import vn.ioc.hub.search.index.IndexSource;
import vn.ioc.hub.search.index.Through;
import vn.ioc.schema.RecordModel;

/** A graph in memory behind the same two ports as Neo4j's; records are added, changed and removed at once. */
public final class MemoryGraph implements IndexSource, IndexFeed {
    private final RecordModel model;
    private final NavigableMap<String, Entity> records = new TreeMap<>();
    private final NavigableMap<Long, Change> changes = new TreeMap<>();
    private final AtomicLong seq = new AtomicLong();
    /** uids of records whose titles reach further than their own links. */
    private final Set<String> wide = new TreeSet<>();

    private long position;

    /** @param over uids, beside its own, whose linking records are searched by the title */
    private record Entity(String type, long seq, Map<String, Object> values, Set<String> through, Set<String> over) {}

    public MemoryGraph(RecordModel model) {
        this.model = model;
    }

    /** Writes a record; {@code values} hold its own fields. */
    public synchronized void put(String type, String key, Map<String, Object> values, String... through) {
        put(type, key, values, Set.of(through), Set.of());
    }

    public synchronized void put(
            String type, String key, Map<String, Object> values, Set<String> through, Set<String> over) {
        String uid = type + ":" + key;
        Map<String, Object> all = new LinkedHashMap<>(
                Map.of("uid", uid, "sector", model.type(type).sector(), "audience", "INTERNAL", "date", "2026-01-01"));
        all.putAll(values);
        Set<String> links = new TreeSet<>(through);
        if (type.equals(RecordModel.AREA)) {
            links.add(uid);
        }
        if (!over.isEmpty()) {
            wide.add(uid);
        }
        long next = seq.incrementAndGet();
        records.put(uid, new Entity(type, next, all, links, over));
        changes.put(next, new Change(next, uid, type));
    }

    public synchronized void remove(String uid) {
        Entity gone = records.remove(uid);
        long next = seq.incrementAndGet();
        changes.put(next, new Change(next, uid, gone.type()));
    }

    /** A change told again, as after a crash. */
    public synchronized void rewind(long to) {
        position = to;
    }

    public synchronized Subject subject(String uid) {
        Entity entity = records.get(uid);
        return new Subject(
                entity.type(),
                (String) entity.values().get("sector"),
                (String) entity.values().get("audience"),
                (String) entity.values().get("placeKey"),
                (String) entity.values().get("placeNowKey"));
    }

    public synchronized Set<String> uids() {
        return new TreeSet<>(records.keySet());
    }

    @Override
    public synchronized List<IndexRecord> read(Collection<String> uids) {
        List<IndexRecord> read = new ArrayList<>();
        for (String uid : new HashSet<>(uids)) {
            Entity entity = records.get(uid);
            if (entity != null) {
                List<Through> through =
                        entity.through().stream().map(this::through).toList();
                read.add(new IndexRecord(uid, entity.type(), entity.seq(), entity.values(), through));
            }
        }
        return read;
    }

    @Override
    public synchronized List<String> page(String after, int limit) {
        return records.tailMap(after, false).keySet().stream().limit(limit).toList();
    }

    @Override
    public synchronized long count() {
        return records.values().stream()
                .filter(e -> model.type(e.type()).personal().isEmpty())
                .count();
    }

    @Override
    public synchronized List<Through> affected(Collection<String> uids) {
        Set<String> affected = new TreeSet<>(uids);
        uids.forEach(uid -> {
            Entity entity = records.get(uid);
            if (entity != null) {
                affected.addAll(entity.over());
            }
        });
        return affected.stream().map(this::through).toList();
    }

    private Through through(String uid) {
        Set<String> titles = new TreeSet<>(List.of(uid));
        wide.stream().filter(w -> over(w).contains(uid)).forEach(titles::add);
        return new Through(uid, titles.stream().flatMap(t -> title(t).stream()).toList());
    }

    private Set<String> over(String uid) {
        Entity entity = records.get(uid);
        return entity == null ? Set.of() : entity.over();
    }

    private Optional<Through.Title> title(String uid) {
        return Optional.ofNullable(records.get(uid))
                .map(entity -> new Through.Title(
                        uid,
                        (String) entity.values().get(model.type(entity.type()).title()),
                        (String) entity.values().get("sector"),
                        (String) entity.values().get("audience")));
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized List<Change> after(long from, int limit) {
        return changes.tailMap(from, false).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized void advance(long to) {
        position = to;
    }

    @Override
    public synchronized long newest() {
        return seq.get();
    }
}
