// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Villages and the communes that hold them, by day. */
public final class Places {
    private final List<Village> villages;
    private final Map<String, String> fullNames = new LinkedHashMap<>();
    private final Organizations organizations;

    public Places(Organizations organizations) {
        this.organizations = organizations;
        this.villages = Resource.table("district/villages.csv").stream()
                .map(row -> new Village(
                        Resource.cell(row, "old_commune"),
                        Resource.cell(row, "new_commune"),
                        Resource.cell(row, "name"),
                        Double.parseDouble(Resource.cell(row, "latitude")),
                        Double.parseDouble(Resource.cell(row, "longitude"))))
                .toList();
        Resource.table("district/areas.csv")
                .forEach(row -> fullNames.put(
                        Resource.cell(row, "scheme") + "/" + Resource.cell(row, "code"),
                        Resource.cell(row, "full_name")));
    }

    public List<Village> villages() {
        return villages;
    }

    public Place pick(Dice dice, LocalDate day) {
        return at(dice.pick(villages), day);
    }

    /** A village of this commune, the commune's code being the one of that day. */
    public Place pickIn(Organization commune, Dice dice, LocalDate day) {
        List<Village> here = villages.stream()
                .filter(v -> communeCode(v, day).equals(commune.areaCode()))
                .toList();
        return at(dice.pick(here), day);
    }

    public Place find(String oldCommune, String village, LocalDate day) {
        return villages.stream()
                .filter(v -> v.oldCommune().equals(oldCommune) && v.name().equals(village))
                .map(v -> at(v, day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no village " + village + " in " + oldCommune));
    }

    /** The commune's name in running text: {@code xã Trà Bui}, {@code thị trấn Trà My}. */
    public String communeName(Organization commune) {
        String full = fullNames.get(commune.areaScheme() + "/" + commune.areaCode());
        if (full == null) {
            throw new IllegalArgumentException("no area " + commune.areaScheme() + "/" + commune.areaCode());
        }
        return full.substring(0, 1).toLowerCase(Locale.ROOT) + full.substring(1);
    }

    private Place at(Village village, LocalDate day) {
        Organization commune = organizations.commune(communeCode(village, day), day);
        return new Place(village, communeName(commune), commune);
    }

    private static String communeCode(Village village, LocalDate day) {
        return day.isBefore(Organizations.WITHOUT_DISTRICTS) ? village.oldCommune() : village.newCommune();
    }
}
