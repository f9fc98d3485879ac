// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RelativeTimeTest {
    /** Half past midnight of 1 March 2026 in Việt Nam, still February in UTC. */
    private static final Instant NOW = Instant.parse("2026-02-28T17:30:00Z");

    @Test
    void daysAreToldFromTodayInVietNam() {
        Map.of(
                        "today", "2026-03-01",
                        "now", "2026-03-01",
                        "-7d", "2026-02-22",
                        "+2w", "2026-03-15",
                        "-3M", "2025-12-01",
                        "-1y", "2025-03-01")
                .forEach((text, day) -> assertThat(
                                RelativeTime.find(text).orElseThrow().day(NOW))
                        .as(text)
                        .isEqualTo(LocalDate.parse(day)));
    }

    @Test
    void momentsAreMidnightsButNow() {
        assertThat(new RelativeTime("-1d").moment(NOW).toInstant()).isEqualTo(Instant.parse("2026-02-27T17:00:00Z"));
        assertThat(new RelativeTime("now").moment(NOW).toInstant()).isEqualTo(NOW);
    }

    @Test
    void otherTextsAreNone() {
        for (String text : new String[] {"", "7d", "-7", "-7h", "-99999d", "yesterday", "2026-03-01"}) {
            assertThat(RelativeTime.find(text)).as(text).isEmpty();
        }
    }
}
