// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.district.Person;
import vn.ioc.simulator.district.Place;

/** Writes one dossier of a given fate. */
final class DossierWriter {
    private static final List<String> COMPANIES = List.of(
            "Công ty TNHH Ví Dụ", "Hợp tác xã Quế Mẫu", "Doanh nghiệp tư nhân Giả Định", "Công ty CP Thử Nghiệm");

    /** How far it came. */
    enum Fate {
        EARLY,
        ON_TIME,
        LATE,
        WITHDRAWN,
        OPEN,
        WAITING,
        UNPAID,
        STOPPED,
        REFUSED,
        NEW
    }

    private final District district;
    private final Map<String, Integer> running = new HashMap<>();

    DossierWriter(District district) {
        this.district = district;
    }

    Dossier write(Procedure procedure, LocalDateTime received, Fate fate, Dice dice) {
        LocalDate day = received.toLocalDate();
        Place place = district.places().pick(dice, day);
        Organization body = procedure.ofCommune() || !day.isBefore(Organizations.WITHOUT_DISTRICTS)
                ? place.commune()
                : district.organizations().get(Organizations.DISTRICT);
        Person applicant = Person.pick(dice);
        LocalDateTime due = procedure.sameDay()
                ? null
                : workdays(received, procedure.promisedDays()).toLocalDate().atTime(17, 0);
        LocalDateTime ended = ended(received, due, procedure, fate, dice);
        int status = status(fate, dice);
        LocalDateTime returned = status == 10 && ended != null ? ended.plusMinutes(dice.between(10, 600)) : null;
        LocalDateTime supplement = fate == Fate.WAITING ? received.plusDays(2) : null;
        List<Dossier.Step> steps = steps(received, ended, status, body, dice);
        LocalDateTime last = returned != null
                ? returned
                : ended != null ? ended : steps.getLast().at();
        return new Dossier(
                code(body, day),
                procedure,
                body,
                applicant,
                dice.percent(procedure.fieldCode().equals("G11") ? 40 : 6) ? dice.pick(COMPANIES) : null,
                procedure.name() + ", " + place.inText(),
                procedure.level() == 4 && dice.percent(55) ? 2 : dice.percent(93) ? 1 : 3,
                received,
                due,
                status,
                ended,
                returned,
                supplement,
                "",
                steps,
                last.isBefore(received) ? received : last);
    }

    private static @Nullable LocalDateTime ended(
            LocalDateTime received, @Nullable LocalDateTime due, Procedure procedure, Fate fate, Dice dice) {
        LocalDateTime soon = received.plusMinutes(dice.between(30, 240));
        return switch (fate) {
            case EARLY ->
                due == null
                        ? soon
                        : workdays(received, Math.max(0, procedure.promisedDays() - dice.between(1, 4)))
                                .plusMinutes(35);
            case ON_TIME, WITHDRAWN -> due == null ? soon : due.minusMinutes(dice.between(5, 300));
            case LATE ->
                due == null
                        ? soon.plusDays(1)
                        : due.plusDays(dice.between(1, 9)).minusMinutes(dice.between(5, 300));
            case STOPPED, REFUSED -> soon.plusDays(1);
            case OPEN, WAITING, UNPAID, NEW -> null;
        };
    }

    private static int status(Fate fate, Dice dice) {
        return switch (fate) {
            case EARLY, ON_TIME, LATE -> dice.percent(85) ? 10 : 9;
            case WITHDRAWN -> 7;
            case OPEN -> dice.percent(70) ? 4 : 2;
            case WAITING -> 5;
            case UNPAID -> 6;
            case STOPPED -> 8;
            case REFUSED -> 3;
            case NEW -> 1;
        };
    }

    private static List<Dossier.Step> steps(
            LocalDateTime received, @Nullable LocalDateTime ended, int status, Organization body, Dice dice) {
        List<Dossier.Step> steps = new ArrayList<>();
        String desk = "Bộ phận một cửa " + body.shortName();
        steps.add(step(dice, "Công chức một cửa", desk, "Tiếp nhận hồ sơ", 2, received, received));
        if (status == 1) {
            return steps;
        }
        LocalDateTime taken = received.plusMinutes(dice.between(20, 180));
        steps.add(step(dice, "Chuyên viên", body.shortName(), "Thẩm định hồ sơ", 4, taken, received));
        if (ended != null) {
            String work = status == 7 ? "Công dân rút hồ sơ" : status == 3 ? "Không tiếp nhận" : "Ký duyệt kết quả";
            steps.add(step(dice, "Lãnh đạo", body.shortName(), work, status == 10 ? 9 : status, ended, taken));
        } else if (status == 5 || status == 6) {
            String work = status == 5 ? "Yêu cầu bổ sung hồ sơ" : "Thông báo nghĩa vụ tài chính";
            steps.add(step(dice, "Chuyên viên", body.shortName(), work, status, taken.plusDays(1), taken));
        }
        return steps;
    }

    static Dossier.Step step(
            Dice dice, String post, String department, String work, int status, LocalDateTime at, LocalDateTime start) {
        return new Dossier.Step(Person.pick(dice).name(), post, department, work, status, at, start);
    }

    private String code(Organization body, LocalDate day) {
        String start = String.format(
                Locale.ROOT,
                "%s-%02d%02d%02d",
                body.code(),
                day.getYear() % 100,
                day.getMonthValue(),
                day.getDayOfMonth());
        return start + String.format(Locale.ROOT, "-%04d", running.merge(start, 1, Integer::sum));
    }

    private static LocalDateTime workdays(LocalDateTime from, int days) {
        LocalDateTime at = from;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            if (at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return at;
    }
}
