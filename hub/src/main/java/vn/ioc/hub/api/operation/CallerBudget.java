// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import vn.ioc.hub.access.Caller;

/** Points that each caller has for a minute, by issuer and subject: whoever spends another's share has to wait. */
public final class CallerBudget {
    private final BudgetSettings settings;
    private final Clock clock;
    private final Cache<Owner, Bucket> buckets;

    /** @param clock of the reset that callers are told */
    public CallerBudget(BudgetSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.callers())
                // By then a bucket is full again, as a new one is.
                .expireAfterAccess(settings.period().multipliedBy(2))
                .build();
    }

    private record Owner(String issuer, String subject) {}

    /**
     * Takes the points of an operation; one that reads nothing costs a point too.
     *
     * @param cost what is answered about it: {@code predicted, limit}
     * @return the same with {@code budget}: {@code limit}, {@code remaining} after this operation, {@code resetAt} when all of
     *     it is there again
     * @throws Refusal RATE_LIMITED when they are not there; then none is taken
     */
    Map<String, Object> spend(Caller caller, long predicted, Map<String, Object> cost) {
        Bucket bucket = buckets.get(new Owner(caller.issuer(), caller.subject()), owner -> full());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(Math.max(1, predicted));
        Instant reset =
                clock.instant().plusNanos(probe.getNanosToWaitForReset()).truncatedTo(ChronoUnit.MILLIS);
        Map<String, Object> told = new java.util.LinkedHashMap<>(cost);
        told.put(
                "budget",
                Map.of(
                        "limit",
                        settings.points(),
                        "remaining",
                        probe.getRemainingTokens(),
                        "resetAt",
                        reset.toString()));
        if (!probe.isConsumed()) {
            throw Refusal.until(
                    reset,
                    "the operation would cost " + predicted + " points and " + probe.getRemainingTokens()
                            + " of your budget are left; it is whole again at " + reset,
                    Map.of("cost", told));
        }
        return told;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.points()).refillIntervally(settings.points(), settings.period()))
                .build();
    }
}
