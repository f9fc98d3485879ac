// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.district.Place;
import vn.ioc.simulator.district.Prose;
import vn.ioc.simulator.petitions.AnsweringLetter;

/** About 400 documents for each unit of scale, from January 2021 to today: letters, replies to them, corrections. */
final class DocumentBook {
    private static final int A_UNIT = 400;
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);

    private final District district;
    private final DocumentWriter writer;
    private final List<Prose> before;
    private final List<Prose> after;
    private final List<Document> documents = new ArrayList<>();

    DocumentBook(District district) {
        this.district = district;
        this.writer = new DocumentWriter(district);
        List<Prose> all = Prose.read("documents/documents.txt");
        this.before = all.stream().filter(p -> !p.head().get(3).equals("after")).toList();
        this.after = all.stream().filter(p -> !p.head().get(3).equals("before")).toList();
    }

    /** In the order in which they were sent. */
    List<Document> write(List<AnsweringLetter> letters) {
        for (AnsweringLetter letter : letters) {
            documents.add(writer.letter(letter, documents.size()));
        }
        int goal = A_UNIT * district.setting().scale();
        for (int thread = 0; documents.size() < goal; thread++) {
            thread(thread);
        }
        LocalDate today = district.setting().today();
        documents.removeIf(d -> d.sent().toLocalDate().isAfter(today));
        documents.sort(Comparator.comparing(Document::sent).thenComparing(Document::id));
        return List.copyOf(documents);
    }

    /** One that is sent now. */
    Document send(long number, LocalDateTime now) {
        Dice dice = district.setting().dice("sent document", number);
        LocalDate day = now.toLocalDate();
        boolean districts = day.isBefore(Organizations.WITHOUT_DISTRICTS);
        Place place = district.places().pick(dice, day);
        Document written =
                writer.opening(new DocumentWriter.Order(dice.pick(districts ? before : after), "", day, place), dice);
        return written.resent(new Business.New(), written.content(), now);
    }

    private void thread(int number) {
        Dice dice = district.setting().dice("document thread", number);
        LocalDate end = Organizations.WITHOUT_DISTRICTS;
        LocalDate today = district.setting().today();
        boolean later = today.isAfter(end) && dice.percent(27);
        List<Prose> blocks = later ? after : before;
        Prose prose = blocks.get(number % blocks.size());
        LocalDate first = prose.has("from_day") ? LocalDate.parse(prose.texts().get("from_day")) : FIRST;
        LocalDate last = today.isBefore(end) ? today : end.minusDays(1);
        LocalDate day = Calendar.workday(later ? dice.day(end, today) : dice.day(first, last.minusDays(3)));
        Place place = district.places().pick(dice, day);
        Document opening = writer.opening(new DocumentWriter.Order(prose, "", day, place), dice);
        documents.add(opening);
        if (prose.has("reply_type")) {
            replies(prose, opening, last, later, dice);
        }
        corrections(number, opening, dice);
    }

    private void replies(Prose prose, Document opening, LocalDate last, boolean later, Dice dice) {
        for (Organization commune : opening.to()) {
            LocalDate day = Calendar.workday(opening.promulgated().plusDays(dice.between(1, 22)));
            if (dice.percent(35) || (!later && day.isAfter(last))) {
                continue;
            }
            Place place = district.places().pickIn(commune, dice, day);
            documents.add(writer.reply(new DocumentWriter.Order(prose, "reply_", day, place), opening, commune, dice));
        }
    }

    /** Now and then a document is corrected, replaced or withdrawn. */
    private void corrections(int number, Document old, Dice dice) {
        LocalDateTime later = old.sent().plusDays(dice.between(1, 9)).plusMinutes(dice.between(1, 200));
        if (old.promulgated().isBefore(Organizations.WITHOUT_DISTRICTS)
                && !later.toLocalDate().isBefore(Organizations.WITHOUT_DISTRICTS)) {
            return;
        }
        switch (number % 20) {
            case 4 ->
                documents.add(old.resent(
                        new Business.Update("Cập nhật nội dung trích yếu"), old.content() + " (đã đính chính)", later));
            case 11 -> documents.add(Corrections.replacement(old, later, district.numbers()));
            case 17 -> documents.add(Corrections.withdrawal(old, later, district.numbers()));
            default -> {}
        }
    }
}
