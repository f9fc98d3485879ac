// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.Row;
import vn.ioc.hub.graph.Selection;
import vn.ioc.hub.ingest.OutboxRow;

/** Records of changes, read once for all subscribers that ask for the same with the same rights. */
final class SharedRecords {
    private static final int KEPT = 5_000;

    private final RecordReader reader;
    private final Counter reads;
    private final Map<Key, CompletableFuture<Optional<Row>>> kept = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<Optional<Row>>> eldest) {
            return size() > KEPT;
        }
    });

    SharedRecords(RecordReader reader, MeterRegistry meters) {
        this.reader = reader;
        this.reads = meters.counter("hub.live.reads");
    }

    private record Key(long seq, Selection asked, Rights rights) {}

    /** The records of these changes by the changes' numbers; those that are gone or hidden by now are left out. */
    Map<Long, Row> read(List<OutboxRow> changes, Selection asked, Rights rights) {
        Map<Long, CompletableFuture<Optional<Row>>> wanted = new LinkedHashMap<>();
        List<OutboxRow> mine = new ArrayList<>();
        for (OutboxRow change : changes) {
            CompletableFuture<Optional<Row>> fresh = new CompletableFuture<>();
            CompletableFuture<Optional<Row>> known = kept.putIfAbsent(new Key(change.seq(), asked, rights), fresh);
            if (known == null) {
                mine.add(change);
            }
            wanted.put(change.seq(), known == null ? fresh : known);
        }
        if (!mine.isEmpty()) {
            fill(mine, wanted, asked, rights);
        }
        Map<Long, Row> found = new HashMap<>();
        wanted.forEach((seq, row) -> row.join().ifPresent(r -> found.put(seq, r)));
        return found;
    }

    private void fill(
            List<OutboxRow> mine, Map<Long, CompletableFuture<Optional<Row>>> wanted, Selection asked, Rights rights) {
        try {
            reads.increment();
            Map<String, Row> rows =
                    reader.byUid(mine.stream().map(OutboxRow::uid).distinct().toList(), asked, rights);
            mine.forEach(change -> future(wanted, change).complete(Optional.ofNullable(rows.get(change.uid()))));
        } catch (RuntimeException | Error failure) {
            mine.forEach(change -> {
                kept.remove(new Key(change.seq(), asked, rights));
                future(wanted, change).completeExceptionally(failure);
            });
        }
    }

    private static CompletableFuture<Optional<Row>> future(
            Map<Long, CompletableFuture<Optional<Row>>> wanted, OutboxRow change) {
        return java.util.Objects.requireNonNull(wanted.get(change.seq()), "asked for");
    }
}
