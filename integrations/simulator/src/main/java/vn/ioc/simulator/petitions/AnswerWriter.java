// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ioc.simulator.district.Ascii;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Prose;

/** Writes answers, and keeps the letters that they cite for Qoffice. */
final class AnswerWriter {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final DateTimeFormatter PADDED = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final LocalDateTime LETTER_87 = LocalDateTime.of(2022, 5, 19, 9, 41, 7);

    private final District district;
    private final List<AnsweringLetter> letters = new ArrayList<>();

    AnswerWriter(District district) {
        this.district = district;
        district.numbers()
                .reserve(district.organizations().department("03").code(), "TNMT", LETTER_87.toLocalDate(), 87);
    }

    List<AnsweringLetter> letters() {
        return List.copyOf(letters);
    }

    Reply reply(Petition open, Prose prose, Map<String, String> words, PetitionWriter.Fate fate, Dice dice) {
        String answer = prose.fill("answer", words, dice);
        LocalDateTime thrown = dice.officeHour(answerDay(open, dice));
        LocalDateTime at =
                thrown.isAfter(open.updated()) ? thrown : open.updated().plusHours(1);
        return switch (fate) {
            case ANSWERED_BY_DOCUMENT -> cite(letter(open, prose, words, answer, at, dice), answer, at, dice);
            case ANSWERED_BEFORE_ASKED ->
                new Reply(
                        answer,
                        null,
                        open.received().minusDays(dice.between(2, 5)).withSecond(0),
                        null);
            case ANSWERED, OPEN, CLOSED_WITHOUT_WORDS -> new Reply(answer, null, at, null);
        };
    }

    Reply letter87(Petition open, Prose prose, Map<String, String> words, Dice dice) {
        String answer = prose.fill("answer", words, dice);
        AnsweringLetter letter = new AnsweringLetter(
                open.handler(), "Công văn", 87, "TNMT", LETTER_87, subject(prose, words, dice), answer, open.place());
        letters.add(letter);
        return new Reply(
                "Công văn số 87/TNMT ngày 19/5/2022 trả lời: " + answer,
                fileName(letter),
                LocalDateTime.of(2022, 5, 19, 10, 2, 11),
                letter.documentId());
    }

    private AnsweringLetter letter(
            Petition open, Prose prose, Map<String, String> words, String answer, LocalDateTime at, Dice dice) {
        Organization from = open.handler();
        boolean notice = dice.percent(15);
        String notation = notice ? "TB-" + from.notation() : from.notation();
        AnsweringLetter letter = new AnsweringLetter(
                from,
                notice ? "Thông báo" : "Công văn",
                district.numbers().next(from.code(), notation, at.toLocalDate()),
                notation,
                at.minusMinutes(dice.between(5, 50)),
                subject(prose, words, dice),
                answer,
                open.place());
        letters.add(letter);
        return letter;
    }

    private static String subject(Prose prose, Map<String, String> words, Dice dice) {
        return "V/v trả lời kiến nghị " + prose.fill("about", words, dice);
    }

    private static Reply cite(AnsweringLetter letter, String answer, LocalDateTime at, Dice dice) {
        LocalDate day = letter.sent().toLocalDate();
        String number = letter.number() + "/" + letter.notation();
        String date = (dice.percent(60) ? SHORT : PADDED).format(day);
        String text = switch (dice.between(0, 2)) {
            case 0 -> letter.type() + " số " + number + " ngày " + date + " trả lời: " + answer;
            case 1 ->
                letter.from().name() + " đã có " + letter.type().toLowerCase(Locale.ROOT) + " số " + number + " ngày "
                        + date + " trả lời công dân. " + answer;
            default -> answer + " (Nội dung chi tiết tại " + letter.type() + " số " + number + " ngày " + date + ".)";
        };
        return new Reply(text, fileName(letter), at, letter.documentId());
    }

    private static String fileName(AnsweringLetter letter) {
        return letter.number() + "_" + Ascii.of(letter.notation()) + "_signed.pdf";
    }

    private LocalDate answerDay(Petition open, Dice dice) {
        LocalDate asked = open.received().toLocalDate();
        LocalDate day = asked.plusDays(dice.percent(12) ? dice.between(15, 25) : dice.between(2, 12));
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(2);
        }
        LocalDate today = district.setting().today();
        return day.isAfter(today) ? today : day;
    }
}
