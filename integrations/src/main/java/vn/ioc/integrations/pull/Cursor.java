// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.source.Transport;

/** The greatest place that a pull has read: only ever grows, and no time beyond tomorrow, so that a wrong date hides nothing. */
final class Cursor {
    private static final long DAY = 86_400_000L;

    private final Optional<Transport.Since> since;
    private final Instant now;
    private String reached;

    Cursor(Optional<Transport.Since> since, String before, Instant now) {
        this.since = since;
        this.now = now;
        this.reached = before;
    }

    /** @param rows of the list, for a path; @param changes of the same page, for versions */
    void see(List<?> rows, List<Change> changes) {
        if (since.isEmpty()) {
            return;
        }
        if (since.get().path().isPresent()) {
            rows.forEach(row ->
                    Places.place(since.get(), since.get().path().get().in(row)).ifPresent(this::reach));
        } else {
            changes.forEach(change -> reach(change.version()));
        }
    }

    private void reach(long place) {
        long bounded =
                since.filter(s -> s.format() != null).isPresent() ? Math.min(place, now.toEpochMilli() + DAY) : place;
        if (reached.isEmpty() || bounded > Long.parseLong(reached)) {
            reached = Long.toString(bounded);
        }
    }

    /** As the checkpoint keeps it; empty = from the start. */
    String text() {
        return reached;
    }
}
