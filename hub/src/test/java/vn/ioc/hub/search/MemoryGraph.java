// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import vn.ioc.hub.access.Subject;
import vn.ioc.hub.search.index.IndexFeed;
import vn.ioc.hub.search.index.IndexRecord;
import vn.ioc.hub.search.index.IndexSource;
import vn.ioc.hub.search.index.LinkedTitle;
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
                Set<String> titles = new TreeSet<>(entity.through());
                titles.addAll(wide);
                List<LinkedTitle> linked = reaches(titles).stream()
                        .filter(r -> r.over().stream().anyMatch(entity.through()::contains))
                        .map(Reach::title)
                        .toList();
                read.add(new IndexRecord(uid, entity.type(), entity.seq(), entity.values(), entity.through(), linked));
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
    public synchronized List<Reach> reaches(Collection<String> uids) {
        List<Reach> reaches = new ArrayList<>();
        for (String uid : uids) {
            Entity entity = records.get(uid);
            if (entity != null) {
                Set<String> over = new TreeSet<>(entity.over());
                over.add(uid);
                Map<String, Object> values = entity.values();
                String title = (String) values.get(model.type(entity.type()).title());
                reaches.add(new Reach(
                        new LinkedTitle(uid, title, (String) values.get("sector"), (String) values.get("audience")),
                        over));
            }
        }
        return reaches;
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
