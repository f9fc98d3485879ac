// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.fire;

import java.time.LocalDateTime;
import java.util.Locale;

/**
 * One pixel that a satellite saw burning. The format has no record id.
 *
 * @param source the FIRMS source that lists it, such as {@code VIIRS_SNPP_NRT}
 * @param at UTC, whole minutes
 * @param confidence {@code l}, {@code n}, {@code h} for VIIRS, 0 to 100 for MODIS
 * @param brightness kelvin
 * @param power fire radiative power, megawatts
 * @param commune code of the commune of 2025 in which it lies; blank when outside of the five
 */
record Hotspot(
        String source,
        String satellite,
        double latitude,
        double longitude,
        LocalDateTime at,
        String confidence,
        double brightness,
        double background,
        double power,
        String commune) {

    boolean modis() {
        return source.startsWith("MODIS");
    }

    String latitudeText() {
        return String.format(Locale.ROOT, modis() ? "%.4f" : "%.5f", latitude);
    }

    String longitudeText() {
        return String.format(Locale.ROOT, modis() ? "%.4f" : "%.5f", longitude);
    }

    /** Hours and minutes without leading zeros: 06:59 is {@code 659}. */
    String time() {
        return Integer.toString(at.getHour() * 100 + at.getMinute());
    }

    /** Satellite, date, time and place: all that can tell two of them apart. */
    String key() {
        return satellite + "|" + at.toLocalDate() + "|" + time() + "|" + latitudeText() + "|" + longitudeText();
    }

    String row() {
        int hour = at.getHour();
        return String.join(
                ",",
                latitudeText(),
                longitudeText(),
                one(brightness),
                modis() ? "1.1" : "0.43",
                modis() ? "1.0" : "0.38",
                at.toLocalDate().toString(),
                time(),
                satellite,
                modis() ? "MODIS" : "VIIRS",
                confidence,
                modis() ? "6.1NRT" : "2.0NRT",
                one(background),
                one(power),
                hour < 11 ? "D" : "N");
    }

    Hotspot stronger(double more) {
        return new Hotspot(
                source, satellite, latitude, longitude, at, confidence, brightness, background, power + more, commune);
    }

    private String one(double value) {
        return String.format(Locale.ROOT, modis() ? "%.1f" : "%.2f", value);
    }
}
