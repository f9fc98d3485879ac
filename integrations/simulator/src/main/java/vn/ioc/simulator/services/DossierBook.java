// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organizations;

/**
 * The dossiers of one unit of scale. Of those handled, 91 % (district) and 96.7 % (communes) were early or on time,
 * both until March 2023, as the article says, and over all years.
 */
final class DossierBook {
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 4);
    private static final LocalDate ARTICLE = LocalDate.of(2023, 3, 31);

    private final District district;
    private final DossierWriter writer;
    private final List<Procedure> ofDistrict;
    private final List<Procedure> ofCommunes;
    private final List<Dossier> dossiers = new ArrayList<>();
    private int written;

    DossierBook(District district, List<Procedure> procedures) {
        this.district = district;
        this.writer = new DossierWriter(district);
        this.ofDistrict = procedures.stream().filter(p -> !p.ofCommune()).toList();
        this.ofCommunes = procedures.stream().filter(Procedure::ofCommune).toList();
    }

    /** By code. */
    List<Dossier> write() {
        LocalDate today = district.setting().today();
        LocalDate lastDistrict = Organizations.WITHOUT_DISTRICTS.minusDays(90);
        for (int unit = 0; unit < district.setting().scale(); unit++) {
            handled(unit, false, 100, 9, FIRST, ARTICLE.minusDays(60));
            handled(unit, true, 300, 10, FIRST, ARTICLE.minusDays(60));
            handled(unit, false, 100, 9, ARTICLE.plusDays(1), lastDistrict);
            handled(unit, true, 300, 10, ARTICLE.plusDays(1), today.minusDays(60));
            open(unit, today);
        }
        dossiers.removeIf(d -> d.updated().toLocalDate().isAfter(today));
        dossiers.sort(Comparator.comparing(Dossier::code));
        return List.copyOf(dossiers);
    }

    /** One that is handed in now. */
    Dossier receive(long number, LocalDateTime now) {
        Dice dice = district.setting().dice("received dossier", number);
        return writer.write(dice.pick(ofCommunes), now, DossierWriter.Fate.NEW, dice);
    }

    private void handled(int unit, boolean communes, int count, int late, LocalDate first, LocalDate last) {
        List<DossierWriter.Fate> fates = new ArrayList<>();
        fates.addAll(Collections.nCopies(late, DossierWriter.Fate.LATE));
        fates.addAll(Collections.nCopies(3, DossierWriter.Fate.WITHDRAWN));
        while (fates.size() < count) {
            fates.add(fates.size() % 3 == 0 ? DossierWriter.Fate.ON_TIME : DossierWriter.Fate.EARLY);
        }
        Dice dice = district.setting().dice("handled " + communes + first, unit);
        for (DossierWriter.Fate fate : dice.shuffled(fates)) {
            add(communes ? ofCommunes : ofDistrict, fate, first, last);
        }
    }

    private void open(int unit, LocalDate today) {
        List<DossierWriter.Fate> fates = new ArrayList<>(Collections.nCopies(34, DossierWriter.Fate.OPEN));
        fates.addAll(Collections.nCopies(9, DossierWriter.Fate.WAITING));
        fates.addAll(Collections.nCopies(4, DossierWriter.Fate.UNPAID));
        fates.addAll(Collections.nCopies(4, DossierWriter.Fate.STOPPED));
        fates.addAll(Collections.nCopies(5, DossierWriter.Fate.REFUSED));
        fates.addAll(Collections.nCopies(4, DossierWriter.Fate.NEW));
        for (DossierWriter.Fate fate : fates) {
            add(unit % 2 == 0 ? ofCommunes : ofDistrict, fate, today.minusDays(40), today.minusDays(4));
        }
    }

    private void add(List<Procedure> from, DossierWriter.Fate fate, LocalDate first, LocalDate last) {
        Dice dice = district.setting().dice("dossier", written++);
        LocalDate day = Weekdays.onOrBefore(dice.day(first, last));
        boolean needsDue = fate == DossierWriter.Fate.LATE;
        List<Procedure> possible =
                from.stream().filter(p -> !needsDue || !p.sameDay()).toList();
        dossiers.add(writer.write(dice.pick(possible), dice.officeHour(day), fate, dice));
    }
}
