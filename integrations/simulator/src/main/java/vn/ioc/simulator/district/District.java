// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.time.Clock;

/** The world that the systems describe: made once, handed to each of them. */
public record District(
        Setting setting, Organizations organizations, Places places, Numbers numbers, DistrictClock clock) {

    public static District of(Setting setting, Clock clock) {
        Organizations organizations = new Organizations();
        return new District(
                setting, organizations, new Places(organizations), new Numbers(), new DistrictClock(clock, setting));
    }
}
