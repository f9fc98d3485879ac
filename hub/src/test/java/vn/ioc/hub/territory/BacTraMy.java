// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The former district 515, its neighbour 516 in part, and what became of them on 2025-07-01; squares for polygons: the
 * n-th new commune of {@link #NEW_515} lies between longitude 108 + n and 109 + n, latitude 15 and 16.
 */
public final class BacTraMy {
    public static final LocalDate BEFORE = LocalDate.of(2024, 5, 1);
    public static final LocalDate AFTER = LocalDate.of(2025, 8, 1);
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final List<String> NEW_515 = List.of("20900", "20908", "20920", "20923", "20929");
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

    private BacTraMy() {}

    public static String old(String code) {
        return "Area:pre-2025-07/" + code;
    }

    public static String now(String code) {
        return "Area:post-2025-07/" + code;
    }

    public static List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        areas.add(former("49", "Quảng Nam", "Tỉnh Quảng Nam", null));
        areas.add(former("515", "Bắc Trà My", "Huyện Bắc Trà My", "49"));
        areas.add(former("516", "Nam Trà My", "Huyện Nam Trà My", "49"));
        areas.add(former("20899", "Trà My", "Thị trấn Trà My", "515"));
        String[][] communes = {
            {"20900", "Trà Sơn"}, {"20902", "Trà Kót"}, {"20905", "Trà Nú"}, {"20908", "Trà Đông"},
            {"20911", "Trà Dương"}, {"20914", "Trà Giang"}, {"20917", "Trà Bui"}, {"20920", "Trà Đốc"},
            {"20923", "Trà Tân"}, {"20926", "Trà Giác"}, {"20929", "Trà Giáp"}, {"20932", "Trà Ka"}
        };
        for (String[] commune : communes) {
            areas.add(former(commune[0], commune[1], "Xã " + commune[1], "515"));
        }
        areas.add(former("20938", "Trà Dơn", "Xã Trà Dơn", "516"));
        areas.add(former("20956", "Trà Don", "Xã Trà Don", "516"));
        areas.add(new Area(
                now("48"), "post-2025-07", "48", "Đà Nẵng", "Thành phố Đà Nẵng", FIRST, null, null, Set.of(), null));
        areas.add(formed("20900", "Trà My", 0, "20899", "20900", "20911", "20914"));
        areas.add(formed("20908", "Trà Liên", 1, "20902", "20905", "20908"));
        areas.add(formed("20920", "Trà Đốc", 2, "20917", "20920"));
        areas.add(formed("20923", "Trà Tân", 3, "20923", "20926"));
        areas.add(formed("20929", "Trà Giáp", 4, "20929", "20932"));
        areas.add(formed("20944", "Nam Trà My", 5, "20956", "20944"));
        // A homonym far away, in a province of its own.
        areas.add(new Area(
                now("68"), "post-2025-07", "68", "Lâm Đồng", "Tỉnh Lâm Đồng", FIRST, null, null, Set.of(), null));
        areas.add(new Area(
                now("23227"),
                "post-2025-07",
                "23227",
                "Trà Tân",
                "Xã Trà Tân",
                FIRST,
                null,
                now("68"),
                Set.of(),
                null));
        return areas;
    }

    public static AreaCatalog catalog() {
        return new AreaCatalog(areas(), TODAY, 1);
    }

    private static Area former(String code, String name, String fullName, @Nullable String parent) {
        return new Area(
                old(code),
                "pre-2025-07",
                code,
                name,
                fullName,
                null,
                LAST,
                parent == null ? null : old(parent),
                Set.of(),
                null);
    }

    private static Area formed(String code, String name, int square, String... predecessors) {
        return new Area(
                now(code),
                "post-2025-07",
                code,
                name,
                "Xã " + name,
                FIRST,
                null,
                now("48"),
                Set.copyOf(Arrays.stream(predecessors).map(BacTraMy::old).toList()),
                square(108 + square));
    }

    static String square(int west) {
        int east = west + 1;
        return "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[" + west + ",15],[" + east + ",15],[" + east + ",16],["
                + west + ",16],[" + west + ",15]]]]}";
    }
}
