// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.List;
import vn.ioc.hub.ingest.Outbox;

/** The outbox of the graph, with the index as one of its consumers. */
public final class OutboxFeed implements IndexFeed {
    private final Outbox outbox;
    private final String consumer;

    /** @param consumer name under which the index's position is kept */
    public OutboxFeed(Outbox outbox, String consumer) {
        this.outbox = outbox;
        this.consumer = consumer;
    }

    @Override
    public long position() {
        return outbox.consumed(consumer);
    }

    @Override
    public List<Change> after(long seq, int limit) {
        return outbox.after(seq, limit).stream()
                .map(row -> new Change(row.seq(), row.uid(), row.type()))
                .toList();
    }

    @Override
    public void advance(long seq) {
        outbox.advance(consumer, seq);
    }

    @Override
    public long newest() {
        return outbox.head();
    }
}
