// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.district.Person;

/** The packages that must not get in: secret ones with canary words, and ones that cannot be read. */
final class Contraband {
    private static final List<String> SUBJECTS = List.of(
            "kế hoạch diễn tập khu vực phòng thủ",
            "về việc phối hợp bảo vệ mục tiêu trọng điểm",
            "báo cáo tình hình nội bộ quý",
            "phương án bảo đảm an ninh dịp lễ");

    private final District district;

    Contraband(District district) {
        this.district = district;
    }

    List<Parcel> write() {
        List<Parcel> parcels = new ArrayList<>();
        for (int unit = 0; unit < district.setting().scale(); unit++) {
            for (Secret.Mark mark : Secret.Mark.values()) {
                Dice dice = district.setting().dice("secret " + mark, unit);
                parcels.add(Parcel.of(document(new Secret(dice.code(7), mark), dice)));
            }
            for (Broken how : Broken.values()) {
                Dice dice = district.setting().dice("broken " + how, unit);
                Secret secret =
                        how == Broken.CUT_OFF_AFTER_SECRET ? new Secret(dice.code(7), Secret.Mark.SUBJECT_TOP) : null;
                parcels.add(Parcel.of(document(secret, dice), how));
            }
        }
        return parcels;
    }

    private Document document(@Nullable Secret secret, Dice dice) {
        LocalDate today = district.setting().today();
        LocalDate last =
                today.isBefore(Organizations.WITHOUT_DISTRICTS) ? today : Organizations.WITHOUT_DISTRICTS.minusDays(1);
        LocalDate day = Calendar.workday(dice.day(LocalDate.of(2021, 2, 1), last));
        Organization from = district.organizations().get(Organizations.DISTRICT);
        DocumentType type = DocumentType.of("Công văn");
        String notation = "CV-BCH";
        boolean decomposed = secret != null && secret.mark() == Secret.Mark.SUBJECT_DECOMPOSED;
        return new Document(
                from,
                from.code(),
                List.of(district.organizations().get("000.00.00.H47")),
                district.numbers().next(from.code(), notation, day),
                notation,
                type,
                "Bắc Trà My",
                day,
                dice.pick(SUBJECTS),
                "Gửi kèm tệp",
                Person.pick(dice),
                null,
                0,
                0,
                null,
                new Business.New(),
                dice.officeHour(day),
                new Look(Look.Shape.COMMON, decomposed, true, false, 1, 0),
                secret);
    }
}
