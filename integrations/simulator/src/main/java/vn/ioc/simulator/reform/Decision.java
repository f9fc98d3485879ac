// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.reform;

import java.time.LocalDate;

/** The decision that published a year's ranking. */
record Decision(int year, String number, LocalDate day) {
    /** The real one for 2022; the others are invented. */
    static Decision of(int year) {
        return switch (year) {
            case 2021 -> new Decision(2021, "871/QĐ-UBND", LocalDate.of(2022, 4, 1));
            case 2022 -> new Decision(2022, "617/QĐ-UBND", LocalDate.of(2023, 3, 29));
            case 2023 -> new Decision(2023, "702/QĐ-UBND", LocalDate.of(2024, 3, 28));
            case 2024 -> new Decision(2024, "655/QĐ-UBND", LocalDate.of(2025, 3, 27));
            default -> throw new IllegalArgumentException("no ranking of " + year);
        };
    }
}
