// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.fire;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Village;

/** 40 fires for each unit of scale, seen one to four times each: in the dry months since 2021 and in the last weeks. */
final class FireBook {
    private static final List<String> SATELLITES = List.of("N", "N20", "N21", "Terra", "Aqua");
    private static final int A_UNIT = 40;

    private final District district;

    FireBook(District district) {
        this.district = district;
    }

    List<Hotspot> write() {
        List<Hotspot> hotspots = new ArrayList<>();
        for (int fire = 0; fire < A_UNIT * district.setting().scale(); fire++) {
            Dice dice = district.setting().dice("fire", fire);
            LocalDate today = district.setting().today();
            LocalDate day = fire % 8 < 3 ? dice.day(today.minusDays(20), today) : dryDay(today, dice);
            burn(fire, day, dice, hotspots);
        }
        hotspots.removeIf(h -> h.at().toLocalDate().isAfter(district.setting().today()));
        hotspots.sort(Comparator.comparing(Hotspot::at).thenComparing(Hotspot::key));
        return hotspots;
    }

    Hotspot ignite(long number, LocalDateTime utc) {
        Dice dice = district.setting().dice("igniting fire", number);
        Village village = dice.pick(district.places().villages());
        return seen(village, utc.withSecond(0).withNano(0), dice, false);
    }

    /** One in ten burns outside of the five communes but within the box that people ask for. */
    private void burn(int fire, LocalDate day, Dice dice, List<Hotspot> hotspots) {
        Village village = dice.pick(district.places().villages());
        boolean outside = fire % 10 == 7;
        for (int i = dice.between(1, 4); i > 0; i--) {
            int hour = dice.percent(75) ? dice.between(5, 7) : dice.between(17, 19);
            LocalDateTime at =
                    day.plusDays(dice.between(0, 1)).atTime(dice.percent(12) ? 0 : hour, dice.between(0, 59));
            hotspots.add(seen(village, at, dice, outside));
        }
    }

    private static Hotspot seen(Village village, LocalDateTime at, Dice dice, boolean outside) {
        String satellite = dice.pick(SATELLITES);
        boolean modis = satellite.length() > 3;
        double latitude = (outside ? 15.428 : village.latitude()) + dice.between(-0.0012, 0.0012);
        double longitude = (outside ? 108.44 : village.longitude()) + dice.between(-0.0012, 0.0012);
        return new Hotspot(
                source(satellite),
                satellite,
                latitude,
                longitude,
                at,
                modis ? Integer.toString(dice.between(20, 98)) : dice.pick(List.of("l", "n", "n", "n", "h")),
                dice.between(303.0, 349.0),
                dice.between(288.0, 299.0),
                dice.between(0.6, 18.0),
                outside ? "" : village.newCommune());
    }

    private static String source(String satellite) {
        return switch (satellite) {
            case "N" -> "VIIRS_SNPP_NRT";
            case "N20" -> "VIIRS_NOAA20_NRT";
            case "N21" -> "VIIRS_NOAA21_NRT";
            default -> "MODIS_NRT";
        };
    }

    private static LocalDate dryDay(LocalDate today, Dice dice) {
        int year = dice.between(2021, today.getYear());
        LocalDate first = LocalDate.of(year, 3, 1);
        LocalDate last = LocalDate.of(year, 8, 20);
        return first.isAfter(today) ? first.minusYears(1) : dice.day(first, last.isAfter(today) ? today : last);
    }
}
