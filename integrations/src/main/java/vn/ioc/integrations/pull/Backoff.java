// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the same request again: twice as long each time, between half and all of it by chance, unless the
 * source itself says when.
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {
    /** No source makes a pull wait longer than this. */
    public static final Duration LONGEST_ASKED = Duration.ofMinutes(15);

    public static final Backoff DEFAULT =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), RandomGenerator.of("L64X128MixRandom"));

    /** @param failures how often the request has failed so far, from 1 */
    Duration before(int failures, Optional<String> retryAfter, Instant now) {
        return retryAfter.flatMap(text -> asked(text, now)).orElseGet(() -> {
            long most = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
            return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
        });
    }

    /** {@code Retry-After} in seconds or as an HTTP date. */
    private static Optional<Duration> asked(String text, Instant now) {
        try {
            Duration wait = text.strip().matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(
                    wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wait);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
