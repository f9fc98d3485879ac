// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.time.Duration;

/** Durations as manifests write them: {@code 30s}, {@code 5m}, {@code 1d}. */
final class Durations {
    private Durations() {}

    /** @param text of the form that the JSON Schema allows */
    static Duration parse(String text) {
        String unit = text.replaceAll("[0-9]", "");
        long amount = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException("a duration is written as 30s, 5m, 1h or 1d");
        };
    }
}
