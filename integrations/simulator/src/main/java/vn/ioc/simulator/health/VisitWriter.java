// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.health;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Person;
import vn.ioc.simulator.district.Place;
import vn.ioc.simulator.district.Resource;

/** Writes single visits as rows of table 1, patients and all: what must not leave the database. */
final class VisitWriter {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final District district;
    private final List<Map<String, String>> illnesses = new ArrayList<>();

    VisitWriter(District district) {
        this.district = district;
        for (Map<String, String> row : Resource.table("health/illnesses.csv")) {
            for (int i = Integer.parseInt(Resource.cell(row, "weight")); i > 0; i--) {
                illnesses.add(row);
            }
        }
    }

    /**
     * @param number makes the visit's code
     * @param written when the row is written; null means an hour after the patient left
     */
    Map<String, Object> visit(Facility facility, LocalDate day, long number, @Nullable LocalDateTime written) {
        Dice dice = district.setting().dice("visit", number);
        Map<String, String> illness = dice.pick(illnesses);
        boolean stays = facility.kind() == 1 ? dice.percent(22) : dice.percent(4);
        LocalDateTime in = dice.officeHour(day);
        LocalDateTime out = stays ? in.plusDays(dice.between(1, 8)) : in.plusMinutes(dice.between(20, 200));
        Place home = district.places().pick(dice, day);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("MA_LK", String.format(Locale.ROOT, "LK%09d", number));
        row.put("STT", 1);
        patient(row, Person.pick(dice), home, day, dice);
        row.put("LY_DO_VV", Resource.cell(illness, "name"));
        row.put("CHAN_DOAN_VAO", Resource.cell(illness, "name"));
        row.put("CHAN_DOAN_RV", Resource.cell(illness, "name"));
        row.put("MA_BENH_CHINH", Resource.cell(illness, "code"));
        row.put("MA_DOITUONG_KCB", dice.percent(6) ? "2" : "1.1");
        row.put("NGAY_VAO", MINUTE.format(in));
        row.put("NGAY_VAO_NOI_TRU", stays ? MINUTE.format(in.plusMinutes(40)) : "");
        row.put("NGAY_RA", MINUTE.format(out));
        row.put("SO_NGAY_DTRI", stays ? out.toLocalDate().toEpochDay() - day.toEpochDay() + 1 : 0);
        row.put("KET_QUA_DTRI", dice.percent(1) && stays ? "5" : dice.pick(List.of("1", "2", "2", "2", "3")));
        row.put("MA_LOAI_RV", dice.percent(5) ? "2" : "1");
        row.put("T_TONGCHI_BV", dice.between(40, 4000) * 1000);
        row.put("NAM_QT", day.getYear());
        row.put("THANG_QT", day.getMonthValue());
        row.put("MA_LOAI_KCB", stays ? (facility.kind() == 1 ? "03" : "06") : dice.percent(5) ? "09" : "01");
        row.put("MA_KHOA", stays ? "K" + dice.between(2, 6) : "K01");
        row.put("MA_CSKCB", facility.code());
        row.put("DU_PHONG", "Canary-BN-" + number);
        row.put("NGAY_CAP_NHAT", written == null ? out.plusHours(1) : written);
        return row;
    }

    private static void patient(Map<String, Object> row, Person person, Place home, LocalDate day, Dice dice) {
        row.put("MA_BN", "BN" + person.account().substring(9));
        row.put("HO_TEN", person.name());
        row.put("SO_CCCD", person.officialNumber());
        row.put("NGAY_SINH", DAY.format(day.minusDays(dice.between(40, 32_000))) + "0000");
        row.put("GIOI_TINH", person.name().contains("Thị") ? "2" : "1");
        row.put("MA_QUOCTICH", "000");
        row.put("MA_DANTOC", dice.pick(List.of("01", "28", "31", "28")));
        row.put("DIA_CHI", home.inText());
        row.put("MATINH_CU_TRU", home.commune().areaScheme().startsWith("pre") ? "49" : "48");
        row.put("MAHUYEN_CU_TRU", home.commune().areaScheme().startsWith("pre") ? "515" : "");
        row.put("MAXA_CU_TRU", home.commune().areaCode());
        row.put("DIEN_THOAI", person.phone().replace(" ", ""));
        row.put("MA_THE_BHYT", "DT249" + person.officialNumber().substring(2));
    }
}
