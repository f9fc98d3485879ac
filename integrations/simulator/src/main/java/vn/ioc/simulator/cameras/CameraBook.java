// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.cameras;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Resource;
import vn.ioc.simulator.district.Village;

/** 45 cameras for each unit of scale, and their states over the last month; a few are out of order today. */
final class CameraBook {
    private static final List<String> MAKERS = List.of("VidoCam", "Mẫu Vision", "GiaDinh Tech");

    private final District district;

    CameraBook(District district) {
        this.district = district;
    }

    List<Camera> cameras() {
        List<Camera> cameras = new ArrayList<>();
        List<Map<String, String>> rows = Resource.table("cameras/cameras.csv");
        for (int unit = 0; unit < district.setting().scale(); unit++) {
            for (Map<String, String> row : rows) {
                cameras.add(camera(row, cameras.size() + 1, unit));
            }
        }
        return cameras;
    }

    /** Rising by time; the last of each camera is its state now. */
    List<StateChange> changes(List<Camera> cameras) {
        List<StateChange> changes = new ArrayList<>();
        LocalDateTime end = district.setting().today().atTime(18, 0);
        for (Camera camera : cameras) {
            Dice dice = district.setting().dice("camera states " + camera.id(), 0);
            LocalDateTime at = end.minusDays(30).plusMinutes(dice.between(0, 900));
            int state = 1;
            while (at.isBefore(end)) {
                changes.add(new StateChange(0, camera.id(), state, at));
                boolean wasGood = state == 1;
                at = at.plusMinutes(wasGood ? dice.between(2_000, 40_000) : dice.between(10, 700));
                state = !wasGood ? 1 : dice.percent(60) ? 0 : dice.between(2, 3);
            }
            if (camera.id().hashCode() % 11 == 4) {
                changes.add(new StateChange(
                        0, camera.id(), dice.percent(60) ? 0 : 3, end.plusMinutes(dice.between(0, 200))));
            }
        }
        changes.sort(Comparator.comparing(StateChange::at).thenComparing(StateChange::camera));
        return changes;
    }

    private Camera camera(Map<String, String> row, int number, int unit) {
        Dice dice = district.setting().dice("camera", number);
        Village village = district.places().villages().stream()
                .filter(v -> v.oldCommune().equals(Resource.cell(row, "old_commune"))
                        && v.name().equals(Resource.cell(row, "village")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no village for " + row));
        LocalDate installed = dice.day(LocalDate.of(2021, 8, 2), LocalDate.of(2022, 12, 30));
        return new Camera(
                String.format(Locale.ROOT, "CAM-%04d", number),
                Resource.cell(row, "name") + (unit == 0 ? "" : " (" + (unit + 1) + ")"),
                Resource.cell(row, "kind"),
                village,
                dice.between(0, 359),
                dice.pick(MAKERS),
                "M-" + dice.between(2, 8) + "MP",
                "5." + dice.between(0, 7) + "." + dice.between(0, 30),
                installed,
                1,
                installed.atTime(9, 0),
                installed.atTime(9, 0),
                false);
    }
}
