// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.health;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import vn.ioc.simulator.database.Sql;
import vn.ioc.simulator.database.Table;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Person;
import vn.ioc.simulator.district.Resource;

/** Fills the tables: visits and beds of the last 400 days, diseases by week and immunisation since 2021. */
final class HealthTables {
    static final String[] VISIT_COLUMNS = {
        "MA_LK",
        "STT",
        "MA_BN",
        "HO_TEN",
        "SO_CCCD",
        "NGAY_SINH",
        "GIOI_TINH",
        "MA_QUOCTICH",
        "MA_DANTOC",
        "DIA_CHI",
        "MATINH_CU_TRU",
        "MAHUYEN_CU_TRU",
        "MAXA_CU_TRU",
        "DIEN_THOAI",
        "MA_THE_BHYT",
        "LY_DO_VV",
        "CHAN_DOAN_VAO",
        "CHAN_DOAN_RV",
        "MA_BENH_CHINH",
        "MA_DOITUONG_KCB",
        "NGAY_VAO",
        "NGAY_VAO_NOI_TRU",
        "NGAY_RA",
        "SO_NGAY_DTRI",
        "KET_QUA_DTRI",
        "MA_LOAI_RV",
        "T_TONGCHI_BV",
        "NAM_QT",
        "THANG_QT",
        "MA_LOAI_KCB",
        "MA_KHOA",
        "MA_CSKCB",
        "DU_PHONG",
        "NGAY_CAP_NHAT"
    };
    private static final int DAYS = 400;
    private static final List<String> VACCINES = List.of("BCG", "DPT-VGB-Hib", "OPV", "MR", "Td");

    private final District district;
    private final List<Facility> facilities;
    private final VisitWriter visits;
    private long visit;

    HealthTables(District district, List<Facility> facilities, VisitWriter visits) {
        this.district = district;
        this.facilities = facilities;
        this.visits = visits;
    }

    /** @return the number of the last visit */
    long fill(Sql sql) {
        sql.copy(facilityRows());
        Table visitRows = new Table("XML1", VISIT_COLUMNS);
        Table bedRows = new Table(
                "DM_GIUONG_NGAY",
                "MA_CSKCB",
                "NGAY",
                "LOAI_GIUONG",
                "GIUONG_KE_HOACH",
                "GIUONG_KE_THEM",
                "GIUONG_DANG_DUNG",
                "NGAY_CAP_NHAT");
        LocalDate today = district.setting().today();
        for (LocalDate day = today.minusDays(DAYS - 1); !day.isAfter(today); day = day.plusDays(1)) {
            for (Facility facility : facilities) {
                if (facility.existsOn(day)) {
                    visitsOf(facility, day, visitRows);
                    beds(facility, day, bedRows);
                }
            }
        }
        sql.copy(visitRows);
        sql.copy(bedRows);
        sql.copy(diseases());
        immunisation(sql);
        return visit;
    }

    private Table facilityRows() {
        Table rows = new Table(
                "DM_CSKCB",
                "MA_CSKCB",
                "TEN_CSKCB",
                "LOAI_CSKCB",
                "MA_XA",
                "DIA_CHI",
                "VI_DO",
                "KINH_DO",
                "GIUONG_KE_HOACH",
                "HIEU_LUC_TU",
                "HIEU_LUC_DEN",
                "NGAY_CAP_NHAT");
        for (Facility f : facilities) {
            LocalDate written = f.from() == null ? LocalDate.of(2021, 1, 4) : f.from();
            rows.add(
                    f.code(),
                    f.name(),
                    f.kind(),
                    f.commune(),
                    f.address(),
                    f.village().latitude(),
                    f.village().longitude(),
                    f.beds(),
                    f.from(),
                    f.to(),
                    written.atTime(8, 0));
        }
        return rows;
    }

    private void visitsOf(Facility facility, LocalDate day, Table rows) {
        Dice dice = district.setting().dice("visits " + facility.code(), day.toEpochDay());
        int count = facility.kind() == 1 ? dice.between(9, 18) : dice.between(0, 2);
        for (int i = count * district.setting().scale(); i > 0; i--) {
            rows.add(visits.visit(facility, day, ++visit, null));
        }
    }

    private void beds(Facility facility, LocalDate day, Table rows) {
        Dice dice = district.setting().dice("beds " + facility.code(), day.toEpochDay());
        List<String> kinds = facility.kind() == 1 ? List.of("H", "T", "C", "K") : List.of("T");
        for (String kind : kinds) {
            int planned = facility.kind() == 2 ? facility.beds() : kind.equals("T") ? 60 : 10;
            int used = Math.min(planned + 4, dice.between(planned / 3, planned + (kind.equals("T") ? 4 : 0)));
            rows.add(facility.code(), day, kind, planned, Math.max(0, used - planned), used, day.atTime(23, 30));
        }
    }

    private Table diseases() {
        Table rows = new Table(
                "BTN_TUAN",
                "NAM",
                "TUAN",
                "MA_XA",
                "MA_BENH",
                "TEN_BENH",
                "SO_CA_MAC",
                "SO_CA_TU_VONG",
                "NGAY_CAP_NHAT");
        LocalDate today = district.setting().today();
        for (LocalDate monday = LocalDate.of(2021, 1, 4);
                monday.plusDays(6).isBefore(today);
                monday = monday.plusDays(7)) {
            for (Organization commune : district.organizations().communesOn(monday)) {
                for (Map<String, String> disease : Resource.table("health/notifiable.csv")) {
                    Dice dice = district.setting()
                            .dice("cases " + commune.code() + Resource.cell(disease, "code"), monday.toEpochDay());
                    if (dice.percent(Integer.parseInt(Resource.cell(disease, "percent")))) {
                        rows.add(
                                monday.get(IsoFields.WEEK_BASED_YEAR),
                                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                                commune.areaCode(),
                                Resource.cell(disease, "code"),
                                Resource.cell(disease, "name"),
                                dice.between(1, 9),
                                dice.percent(1) ? 1 : 0,
                                monday.plusDays(7).atTime(9, 0));
                    }
                }
            }
        }
        return rows;
    }

    private void immunisation(Sql sql) {
        Table doses = new Table(
                "TIEM_CHUNG",
                "ID",
                "MA_DOI_TUONG",
                "HO_TEN",
                "NGAY_SINH",
                "MA_DANTOC",
                "MA_XA",
                "MA_VAC_XIN",
                "MUI",
                "NGAY_TIEM",
                "MA_CSKCB",
                "NGAY_CAP_NHAT");
        Table goals = new Table("TIEM_CHUNG_CHI_TIEU", "NAM", "MA_XA", "MA_VAC_XIN", "SO_DOI_TUONG", "NGAY_CAP_NHAT");
        LocalDate today = district.setting().today();
        long id = 0;
        for (int year = 2021; year <= today.getYear(); year++) {
            LocalDate first = LocalDate.of(year, 1, 4);
            LocalDate last = year == today.getYear() ? today : LocalDate.of(year, 12, 28);
            for (Organization commune : district.organizations().communesOn(last)) {
                for (String vaccine : VACCINES) {
                    Dice dice = district.setting().dice("doses " + commune.code() + vaccine, year);
                    int goal = dice.between(14, 34);
                    goals.add(year, commune.areaCode(), vaccine, goal, first.atTime(8, 0));
                    for (int i = goal * dice.between(78, 100) / 100; i > 0; i--) {
                        LocalDate day = dice.day(first, last);
                        doses.add(
                                ++id,
                                "DT" + id,
                                Person.pick(dice).name(),
                                day.minusDays(dice.between(60, 700)),
                                dice.pick(List.of("01", "28", "31")),
                                commune.areaCode(),
                                vaccine,
                                1,
                                day,
                                station(commune),
                                day.atTime(17, 0));
                    }
                }
            }
        }
        sql.copy(doses);
        sql.copy(goals);
    }

    private String station(Organization commune) {
        return facilities.stream()
                .filter(f -> f.kind() == 2
                        && f.commune().equals(commune.areaCode())
                        && (f.to() == null) == commune.areaScheme().startsWith("post"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no station in " + commune.code()))
                .code();
    }
}
