// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Faults that wait for the next requests, one queue for each system. */
public final class Faults {
    private final Map<String, Deque<Fault>> waiting = new ConcurrentHashMap<>();

    public void add(String system, Fault fault, int times) {
        waiting.compute(system, (name, queue) -> {
            Deque<Fault> next = queue == null ? new ArrayDeque<>() : queue;
            for (int i = 0; i < times; i++) {
                next.add(fault);
            }
            return next;
        });
    }

    public void clear() {
        waiting.clear();
    }

    /** Takes the next one away, if there is one. */
    public Optional<Fault> take(String system) {
        Fault[] taken = new Fault[1];
        waiting.computeIfPresent(system, (name, queue) -> {
            taken[0] = queue.poll();
            return queue.isEmpty() ? null : queue;
        });
        return Optional.ofNullable(taken[0]);
    }
}
