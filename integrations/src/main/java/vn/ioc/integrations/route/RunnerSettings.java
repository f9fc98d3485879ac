// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import vn.ioc.integrations.mapping.Hmac;
import vn.ioc.integrations.pull.Backoff;

/**
 * What a runner is given from outside.
 *
 * @param parameters values of {@code ${NAME}} in manifests; asked at each start of a stream
 * @param settle age from which a file of a folder counts as written
 * @param stopWithin how long a stop waits for the requests under way
 */
public record RunnerSettings(
        Function<String, Optional<String>> parameters,
        Hmac hmac,
        Clock clock,
        Backoff backoff,
        Duration settle,
        Duration stopWithin) {

    public static RunnerSettings of(Function<String, Optional<String>> parameters, Hmac hmac, Clock clock) {
        return new RunnerSettings(
                parameters, hmac, clock, Backoff.DEFAULT, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }
}
