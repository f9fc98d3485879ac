// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.district.Place;
import vn.ioc.simulator.district.Village;

/**
 * A place where people are treated.
 *
 * @param code five characters, the first two of the province
 * @param kind 1 the centre with beds, 2 a commune's station
 * @param commune code of the commune it stands in, by the list of its time
 */
record Facility(
        String code,
        String name,
        int kind,
        String commune,
        String address,
        Village village,
        int beds,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    boolean existsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** The centre and a station in each commune, before and after 2025-07-01; codes are invented. */
    static List<Facility> of(District district) {
        LocalDate after = Organizations.WITHOUT_DISTRICTS;
        List<Facility> facilities = new ArrayList<>();
        facilities.addAll(era(district, after.minusDays(1), "491", "huyện", null, after.minusDays(1)));
        facilities.addAll(era(district, after, "489", "khu vực", after, null));
        return facilities;
    }

    private static List<Facility> era(
            District district,
            LocalDate day,
            String start,
            String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        List<Facility> facilities = new ArrayList<>();
        Place town = district.places().find("20899", "Tổ Mậu Cà", day);
        facilities.add(new Facility(
                start + "50",
                "Trung tâm Y tế " + kind + " Bắc Trà My",
                1,
                town.commune().areaCode(),
                town.inText(),
                town.village(),
                90,
                from,
                to));
        int number = 51;
        for (Organization commune : district.organizations().communesOn(day)) {
            Place place = district.places().pickIn(commune, district.setting().dice("station", number), day);
            String name = district.places().communeName(commune);
            facilities.add(new Facility(
                    start + String.format(Locale.ROOT, "%02d", number++),
                    "Trạm Y tế " + name,
                    2,
                    commune.areaCode(),
                    place.inText(),
                    place.village(),
                    5,
                    from,
                    to));
        }
        return facilities;
    }
}
