// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.util.List;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.hub.search.index.IndexFeed;

/** The outbox as the index follows it. */
final class OutboxFeed implements IndexFeed {
    private static final String CONSUMER = "index";
    private final Outbox outbox;

    OutboxFeed(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public long position() {
        return outbox.consumed(CONSUMER);
    }

    @Override
    public List<Change> after(long seq, int limit) {
        return outbox.after(seq, limit).stream()
                .map(row -> new Change(row.seq(), row.uid(), row.type()))
                .toList();
    }

    @Override
    public void advance(long seq) {
        outbox.advance(CONSUMER, seq);
    }

    @Override
    public long newest() {
        return outbox.head();
    }
}
