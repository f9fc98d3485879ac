// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.pull.Backoff;

/** A runner of built-in sources on noon of 2026-06-30 in Vietnam that loses no time between attempts. */
final class TestRunner {
    private TestRunner() {}

    static SourceRunner of(Graph graph, Map<String, String> parameters, String... sources) {
        return new SourceRunner(
                Stream.of(sources)
                        .map(name -> Sources.catalog().find(name).orElseThrow())
                        .toList(),
                Sources.catalog().codes(),
                graph,
                settings(parameters));
    }

    static RunnerSettings settings(Map<String, String> parameters) {
        return new RunnerSettings(
                name -> Optional.ofNullable(parameters.get(name)),
                Sources.HMAC,
                Clock.fixed(Instant.parse("2026-06-30T05:00:00Z"), ZoneOffset.UTC),
                new Backoff(Duration.ofMillis(4), Duration.ofMillis(8), RandomGenerator.of("L64X128MixRandom")),
                Duration.ZERO,
                Duration.ofSeconds(2));
    }
}
