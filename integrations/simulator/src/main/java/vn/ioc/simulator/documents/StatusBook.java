// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Person;

/** What receivers report about every fourth document: arrived, received, and completed unless it became overdue. */
final class StatusBook {
    private final District district;

    StatusBook(District district) {
        this.district = district;
    }

    List<StatusReport> write(List<Document> documents) {
        List<StatusReport> reports = new ArrayList<>();
        for (int i = 0; i < documents.size(); i += 4) {
            report(documents.get(i), i, reports);
        }
        LocalDateTime end = district.setting().today().atTime(23, 0);
        reports.removeIf(report -> report.at().isAfter(end));
        return reports;
    }

    private void report(Document document, int number, List<StatusReport> reports) {
        Dice dice = district.setting().dice("status", number);
        Organization from = document.to().getFirst();
        Person staff = Person.pick(dice);
        LocalDateTime at = document.sent().plusMinutes(dice.between(2, 60));
        reports.add(new StatusReport(document.id(), from, "01", "Đã đến", at, staff));
        at = at.plusHours(dice.between(1, 30));
        if (dice.percent(4)) {
            reports.add(new StatusReport(document.id(), from, "02", "Từ chối tiếp nhận", at, staff));
            return;
        }
        reports.add(new StatusReport(document.id(), from, "03", "Đã tiếp nhận", at, staff));
        if (dice.percent(75)) {
            at = at.plusDays(dice.between(1, 12));
            reports.add(new StatusReport(document.id(), from, "06", "Đã hoàn thành", at, staff));
        } else {
            at = at.plusHours(dice.between(2, 40));
            reports.add(new StatusReport(document.id(), from, "05", "Đang xử lý", at, staff));
        }
    }
}
