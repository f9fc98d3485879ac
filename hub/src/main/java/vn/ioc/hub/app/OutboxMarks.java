// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ioc.hub.indicator.TypeMarks;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.hub.ingest.OutboxRow;

/** Follows the outbox from where it stood at the first question. Safe for threads. */
final class OutboxMarks implements TypeMarks {
    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 5;

    private final Outbox outbox;
    private final Map<String, Long> last = new HashMap<>();
    private long seen = -1;
    /** Below it nothing is known of single types. */
    private long floor;

    OutboxMarks(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public synchronized long of(Set<String> types) {
        if (seen < 0) {
            skip();
        }
        for (int page = 0; !read(); page++) {
            if (page == MOST_PAGES) {
                skip();
                break;
            }
        }
        return types.stream().mapToLong(t -> last.getOrDefault(t, floor)).max().orElse(floor);
    }

    /** Whether the end was reached. */
    private boolean read() {
        List<OutboxRow> rows = outbox.after(seen, PAGE);
        for (OutboxRow row : rows) {
            last.put(row.type(), row.seq());
            seen = row.seq();
        }
        return rows.size() < PAGE;
    }

    /** Far behind, as after a first load: all types count as changed. */
    private void skip() {
        seen = outbox.head();
        floor = seen;
        last.clear();
    }
}
