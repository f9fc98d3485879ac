// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.cameras;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import vn.ioc.simulator.district.Village;

/**
 * One camera.
 *
 * @param kind traffic, security or hazard
 * @param heading degrees from north
 * @param state 0 offline, 1 online, 2 degraded, 3 under maintenance
 * @param stateSince when it entered this state
 * @param removed taken down; the inventory shows it no more
 */
record Camera(
        String id,
        String name,
        String kind,
        Village village,
        int heading,
        String maker,
        String model,
        String firmware,
        LocalDate installed,
        int state,
        LocalDateTime stateSince,
        LocalDateTime updated,
        boolean removed) {

    String serial() {
        return String.format(Locale.ROOT, "SN%08X", (id + maker).hashCode());
    }

    /** What the video system would open; it holds a password, so nobody may keep it. */
    String stream() {
        return "rtsp://xem:Canary-RTSP-" + id + "@10.0.0." + (id.hashCode() & 0xFF) + ":554/live/1";
    }

    Camera in(int next, LocalDateTime at) {
        return new Camera(id, name, kind, village, heading, maker, model, firmware, installed, next, at, at, removed);
    }

    Camera takenDown(LocalDateTime at) {
        return new Camera(id, name, kind, village, heading, maker, model, firmware, installed, 0, at, at, true);
    }
}
