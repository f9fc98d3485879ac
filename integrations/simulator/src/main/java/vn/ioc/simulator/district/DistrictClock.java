// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The time that new changes bear: the wall clock in Asia/Ho_Chi_Minh, but never before the evening of today. */
public final class DistrictClock {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock clock;
    private final LocalDateTime earliest;

    public DistrictClock(Clock clock, Setting setting) {
        this.clock = clock.withZone(ZONE);
        this.earliest = setting.today().atTime(23, 0);
    }

    /** Whole seconds, as the wire formats have them. */
    public LocalDateTime now() {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return now.isBefore(earliest) ? earliest : now;
    }

    /** Now, or one second after the version that it replaces: versions of one record always grow. */
    public LocalDateTime after(LocalDateTime previous) {
        LocalDateTime now = now();
        return now.isAfter(previous) ? now : previous.plusSeconds(1);
    }
}
