// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import vn.ioc.hub.graph.ReadObserver;

/** What reading asks of the graph, as metrics: {@code hub.graph.statements}, and {@code hub.graph.hits} when they are profiled. */
final class ReadMetrics implements ReadObserver {
    private final boolean profiles;
    private final Counter statements;
    private final Counter hits;

    ReadMetrics(boolean profiles, MeterRegistry meters) {
        this.profiles = profiles;
        this.statements = meters.counter("hub.graph.statements");
        this.hits = meters.counter("hub.graph.hits");
    }

    @Override
    public boolean profiles() {
        return profiles;
    }

    @Override
    public void ran(String statement, long databaseHits) {
        statements.increment();
        hits.increment(databaseHits);
    }
}
