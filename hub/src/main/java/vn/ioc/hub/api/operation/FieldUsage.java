// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Operations by client and field of the schema: whether anybody would miss a field. Bounded by the schema, since only valid
 * operations are counted, and by a number of clients.
 */
public final class FieldUsage {
    /** Clients that are counted by themselves; later ones are counted together as {@link #OTHERS}. */
    private static final int MOST_CLIENTS = 30;

    private static final String OTHERS = "(other)";
    private static final String NONE = "(none)";

    private final Map<Key, Count> counts = new ConcurrentHashMap<>();
    private final Set<String> clients = ConcurrentHashMap.newKeySet();
    private final MeterRegistry meters;
    private final Clock clock;
    private final Instant since;

    public FieldUsage(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.since = clock.instant();
    }

    private record Key(String client, String field) {}

    /** The counter is the metric {@code hub.graphql.fields}. */
    private static final class Count {
        private final Counter operations;
        private volatile Instant last;

        Count(Counter operations, Instant last) {
            this.operations = operations;
            this.last = last;
        }
    }

    /**
     * How often a client's operations asked for a field.
     *
     * @param field its coordinate, {@code Type.field}
     * @param operations that asked for it, each once
     * @param last when the newest of them came
     */
    public record Use(String client, String field, long operations, Instant last) {}

    /** @param client as its token names it; empty when it does not */
    void count(ExecutableNormalizedOperation operation, String client) {
        Set<String> fields = new HashSet<>();
        operation.getTopLevelFields().forEach(field -> collect(field, fields));
        String known = known(client.isEmpty() ? NONE : client);
        Instant now = clock.instant();
        for (String field : fields) {
            Count count = counts.computeIfAbsent(
                    new Key(known, field),
                    key -> new Count(meters.counter("hub.graphql.fields", "client", known, "field", field), now));
            count.operations.increment();
            count.last = now;
        }
    }

    /** All that was counted, in no order. */
    public Stream<Use> uses() {
        return counts.entrySet().stream()
                .map(e -> new Use(
                        e.getKey().client(),
                        e.getKey().field(),
                        (long) e.getValue().operations.count(),
                        e.getValue().last));
    }

    /** When this process began to count. */
    public Instant since() {
        return since;
    }

    private String known(String client) {
        if (clients.contains(client)) {
            return client;
        }
        synchronized (clients) {
            return clients.size() < MOST_CLIENTS && clients.add(client) || clients.contains(client) ? client : OTHERS;
        }
    }

    private static void collect(ExecutableNormalizedField field, Set<String> fields) {
        if (!field.getFieldName().startsWith("__")) {
            field.getObjectTypeNames().forEach(type -> fields.add(type + "." + field.getFieldName()));
        }
        field.getChildren().forEach(child -> collect(child, fields));
    }
}
