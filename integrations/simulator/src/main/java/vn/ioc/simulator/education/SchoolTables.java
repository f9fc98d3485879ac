// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.education;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ioc.simulator.database.Sql;
import vn.ioc.simulator.database.Table;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.district.Person;
import vn.ioc.simulator.district.Place;
import vn.ioc.simulator.district.Resource;

/** Fills the tables with the school years that had begun by today; the first is 2021-2022. */
final class SchoolTables {
    private static final int FIRST_YEAR = 2021;

    private final District district;
    private final Table schools = new Table(
            "TRUONG",
            "MA_NAM_HOC",
            "MA",
            "MA_SO_GD",
            "MA_PHONG_GD",
            "TEN",
            "MA_NHOM_CAP_HOC",
            "DS_CAP_HOC",
            "MA_TINH",
            "MA_HUYEN",
            "MA_XA",
            "DIA_CHI",
            "MA_LOAI_HINH_TRUONG",
            "SO_DIEM_TRUONG",
            "HIEU_TRUONG",
            "IS_DAT_CHUAN_QG",
            "IS_CAP_MN",
            "IS_CAP_TH",
            "IS_CAP_THCS",
            "IS_CAP_THPT",
            "IS_CAP_GDTX",
            "IS_HOC_SINH_BAN_TRU",
            "IS_HOC_SINH_NOI_TRU",
            "IS_VUNG_DAC_BIET_KHO_KHAN",
            "IS_2_BUOI_NGAY",
            "IS_DIEN_LUOI",
            "IS_NGUON_NUOC_SACH",
            "TRANG_THAI",
            "API_MA_BO",
            "VI_DO",
            "KINH_DO",
            "NGAY_CAP_NHAT");
    private final Table classes =
            new Table("LOP", "MA_NAM_HOC", "MA_TRUONG", "MA", "TEN", "KHOI", "IS_LOP_GHEP", "NGAY_CAP_NHAT");
    private final Table pupils = new Table(
            "HOC_SINH",
            "MA_NAM_HOC",
            "MA_TRUONG",
            "ID_HOC_SINH",
            "MA_HS_BGD",
            "MA_LOP",
            "KHOI",
            "HO_TEN",
            "NGAY_SINH",
            "GIOI_TINH",
            "MA_DANTOC",
            "IS_BAN_TRU",
            "TRANG_THAI",
            "NGAY_CAP_NHAT");
    private final Table staff = new Table(
            "DOI_NGU",
            "MA_NAM_HOC",
            "MA_TRUONG",
            "SO_GIAO_VIEN",
            "DINH_MUC_GIAO_VIEN",
            "SO_PHONG_HOC",
            "SO_PHONG_KIEN_CO",
            "NGAY_CAP_NHAT");
    private long pupil;

    SchoolTables(District district) {
        this.district = district;
    }

    /** The first year of the newest school year: a year begins on 5 September. */
    int newestYear() {
        LocalDate today = district.setting().today();
        return today.isBefore(LocalDate.of(today.getYear(), 9, 5)) ? today.getYear() - 1 : today.getYear();
    }

    /** @return the number of the last pupil */
    long fill(Sql sql) {
        List<Map<String, String>> rows = Resource.table("education/schools.csv");
        for (int year = FIRST_YEAR; year <= newestYear(); year++) {
            for (int unit = 0; unit < district.setting().scale(); unit++) {
                for (Map<String, String> row : rows) {
                    school(row, year, unit);
                }
            }
        }
        List.of(schools, classes, pupils, staff).forEach(sql::copy);
        return pupil;
    }

    private void school(Map<String, String> row, int year, int unit) {
        LocalDate opening = LocalDate.of(year, 9, 5);
        String code = "49515" + Resource.cell(row, "code") + (unit == 0 ? "" : "-" + unit);
        Dice dice = district.setting().dice("school " + code, year);
        Place place = place(Resource.cell(row, "old_commune"), opening);
        Organization commune = place.commune();
        boolean before = commune.areaScheme().startsWith("pre");
        List<String> levels = Arrays.asList(Resource.cell(row, "levels").split(" "));
        int boarding = Integer.parseInt(Resource.cell(row, "boarding"));
        int sites = Math.max(1, Integer.parseInt(Resource.cell(row, "sites")) - (year - FIRST_YEAR) / 2);
        LocalDateTime written = opening.minusDays(10).atTime(8, 0);
        schools.add(
                year,
                code,
                before ? "49" : "48",
                before ? "515" : null,
                Resource.cell(row, "name") + (unit == 0 ? "" : " " + (unit + 1)),
                "0" + levels.size(),
                String.join(",", levels),
                before ? "49" : "48",
                before ? "515" : null,
                commune.areaCode(),
                place.inText(),
                "01",
                sites,
                Person.pick(dice).name(),
                flag((code.hashCode() & 7) < 2 + year - FIRST_YEAR),
                flag(levels.contains("MN")),
                flag(levels.contains("TH")),
                flag(levels.contains("THCS")),
                flag(levels.contains("THPT")),
                0,
                flag(boarding == 1),
                flag(boarding == 2),
                flag(boarding > 0),
                flag(dice.percent(70)),
                1,
                flag(dice.percent(85)),
                1,
                "BGD" + code,
                place.village().latitude(),
                place.village().longitude(),
                written);
        int count = Integer.parseInt(Resource.cell(row, "pupils")) * dice.between(92, 106) / 100;
        int rooms = classesOf(code, year, levels, count, boarding, written, dice);
        staff.add(
                year,
                code,
                rooms + dice.between(2, 6),
                rooms + 5,
                rooms + 1,
                rooms * dice.between(60, 100) / 100,
                written);
    }

    /** @return how many classes there are: one for 26 pupils of a grade, at least one for each grade */
    private int classesOf(
            String school, int year, List<String> levels, int count, int boarding, LocalDateTime written, Dice dice) {
        int[] grades = levels.stream().flatMapToInt(SchoolTables::grades).toArray();
        int made = 0;
        for (int grade : grades) {
            int share = Math.max(4, count / grades.length);
            int parallel = Math.max(1, share / 26);
            for (int i = 0; i < parallel; i++) {
                String code = grade + String.valueOf((char) ('A' + i));
                classes.add(
                        year,
                        school,
                        code,
                        (grade < 1 ? "Lớp mẫu giáo " : "Lớp ") + code,
                        grade,
                        flag(share < 8),
                        written);
                made++;
            }
            for (int i = 0; i < share; i++) {
                String code = grade + String.valueOf((char) ('A' + i % parallel));
                add(school, year, grade, code, boarding, written, dice);
            }
        }
        return made;
    }

    private void add(String school, int year, int grade, String code, int boarding, LocalDateTime written, Dice dice) {
        Person child = Person.pick(dice);
        pupils.add(
                year,
                school,
                ++pupil,
                String.format(Locale.ROOT, "Canary-HS-%07d", pupil),
                code,
                grade,
                child.name(),
                LocalDate.of(year - 6 - Math.max(0, grade - 1), dice.between(1, 12), dice.between(1, 28)),
                child.name().contains("Thị") ? 2 : 1,
                dice.pick(List.of("01", "28", "31", "28")),
                boarding > 0 && dice.percent(80) ? 1 : 0,
                dice.percent(1) ? 3 : 1,
                written);
    }

    private Place place(String oldCommune, LocalDate day) {
        String village = oldCommune.equals("20899") ? "Tổ Minh Đông" : "thôn 1";
        boolean before = day.isBefore(Organizations.WITHOUT_DISTRICTS);
        return district.places().find(oldCommune, village, before ? day : Organizations.WITHOUT_DISTRICTS);
    }

    private static IntStream grades(String level) {
        return switch (level) {
            case "MN" -> IntStream.rangeClosed(-2, 0);
            case "TH" -> IntStream.rangeClosed(1, 5);
            case "THCS" -> IntStream.rangeClosed(6, 9);
            case "THPT" -> IntStream.rangeClosed(10, 12);
            default -> throw new IllegalArgumentException("no level " + level);
        };
    }

    private static int flag(boolean yes) {
        return yes ? 1 : 0;
    }
}
