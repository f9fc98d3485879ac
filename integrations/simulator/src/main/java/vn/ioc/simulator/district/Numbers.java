// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The outgoing registers: a number grows with the day of the year and is given once for an issuer, year and notation.
 */
public final class Numbers {
    private static final Map<String, Double> A_DAY =
            Map.of("000.00.15.H47", 6.2, "000.00.00.H47", 14.5, "000.00.00.H17", 12.5);
    private static final double ELSEWHERE = 0.626;

    private final Set<String> given = new HashSet<>();

    /** Takes a number that is known beforehand. */
    public synchronized void reserve(String issuer, String notation, LocalDate day, int number) {
        if (!given.add(key(issuer, notation, day, number))) {
            throw new IllegalStateException(number + "/" + notation + " of " + issuer + " is given already");
        }
    }

    public synchronized int next(String issuer, String notation, LocalDate day) {
        int number = Math.max(1, (int) (day.getDayOfYear() * A_DAY.getOrDefault(issuer, ELSEWHERE)));
        while (!given.add(key(issuer, notation, day, number))) {
            number++;
        }
        return number;
    }

    private static String key(String issuer, String notation, LocalDate day, int number) {
        return issuer + "|" + day.getYear() + "|" + notation + "|" + number;
    }
}
