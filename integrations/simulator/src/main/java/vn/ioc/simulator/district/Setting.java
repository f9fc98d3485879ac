// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.time.LocalDate;

/**
 * What the district is made from. Equal settings make equal bytes.
 *
 * @param seed chooses names, texts and dates
 * @param today the last day on which anything was recorded (Asia/Ho_Chi_Minh)
 * @param scale 1 is the district of the article; N holds N times as many records
 */
public record Setting(long seed, LocalDate today, int scale) {
    public Setting {
        if (scale < 1 || scale > 1000) {
            throw new IllegalArgumentException("scale must be between 1 and 1000, not " + scale);
        }
        if (today.isBefore(LocalDate.of(2021, 12, 31))) {
            throw new IllegalArgumentException("today must be 2021-12-31 or later, not " + today);
        }
    }

    /** A source of chance for one thing alone, so that adding other things does not change it. */
    public Dice dice(String what, long number) {
        return new Dice(seed, what, number);
    }
}
