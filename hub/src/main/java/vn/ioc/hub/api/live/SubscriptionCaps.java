// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.ErrorCode;

/** How many subscriptions are open, by connection and by caller. */
final class SubscriptionCaps {
    private final LiveSettings settings;
    private final AtomicInteger open;
    private final Map<String, Integer> counts = new HashMap<>();

    SubscriptionCaps(LiveSettings settings, MeterRegistry meters) {
        this.settings = settings;
        AtomicInteger gauge = new AtomicInteger();
        meters.gauge("hub.live.subscriptions", gauge);
        this.open = gauge;
    }

    /** Of one subscription, given back at its end. */
    record Seat(SubscriptionCaps caps, String connection, String caller) {
        void close() {
            caps.leave(this);
        }
    }

    /** @throws ApiException LIMIT_SUBSCRIPTIONS */
    synchronized Seat enter(String connection, String caller) {
        full("connection", counts.getOrDefault("connection " + connection, 0), settings.perConnection());
        full("caller", counts.getOrDefault("caller " + caller, 0), settings.perCaller());
        counts.merge("connection " + connection, 1, Integer::sum);
        counts.merge("caller " + caller, 1, Integer::sum);
        open.incrementAndGet();
        return new Seat(this, connection, caller);
    }

    private synchronized void leave(Seat seat) {
        counts.computeIfPresent("connection " + seat.connection(), (key, count) -> count == 1 ? null : count - 1);
        counts.computeIfPresent("caller " + seat.caller(), (key, count) -> count == 1 ? null : count - 1);
        open.decrementAndGet();
    }

    private static void full(String what, int count, int most) {
        if (count >= most) {
            throw new ApiException(
                    ErrorCode.LIMIT_SUBSCRIPTIONS, "one " + what + " may have at most " + most + " subscriptions");
        }
    }
}
