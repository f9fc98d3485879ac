// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.district.Person;
import vn.ioc.simulator.district.Place;
import vn.ioc.simulator.district.Prose;

/** Writes one petition from a block of prose. */
final class PetitionWriter {
    private final District district;
    private final AnswerWriter answers;

    PetitionWriter(District district, AnswerWriter answers) {
        this.district = district;
        this.answers = answers;
    }

    /** What is to become of a petition. */
    enum Fate {
        OPEN,
        CLOSED_WITHOUT_WORDS,
        ANSWERED,
        ANSWERED_BY_DOCUMENT,
        ANSWERED_BEFORE_ASKED
    }

    Petition write(Kind kind, Prose prose, long id, int index, LocalDateTime received, Fate fate) {
        Dice dice = district.setting().dice("petition", id);
        LocalDate day = received.toLocalDate();
        Place place = district.places().pick(dice, day);
        Organization handler = handler(prose.head().get(1), place, day);
        Set<Dirt> dirt = EnumSet.copyOf(Dirt.of(index));
        if (fate == Fate.ANSWERED_BEFORE_ASKED) {
            dirt.add(Dirt.ANSWERED_BEFORE_ASKED);
        }
        Map<String, String> words = words(place, day);
        Person sender = Person.pick(dice);
        String body = prose.fill("body", words, dice);
        Petition open = new Petition(
                id,
                kind,
                Integer.parseInt(prose.head().getFirst()),
                prose.fill("title", words, dice),
                dirt.contains(Dirt.SENDER_IN_TEXT) ? signed(body, sender, dice) : body,
                place,
                received,
                day.plusDays(14),
                handler,
                sender,
                null,
                kind == Kind.EXCLUDED ? Petition.Progress.NEW : Petition.Progress.IN_PROCESSING,
                null,
                kind != Kind.EXCLUDED && !dice.percent(10),
                received.plusMinutes(dice.between(1, 90)),
                dirt);
        return settle(open, prose, words, fate, dice);
    }

    private Petition settle(Petition open, Prose prose, Map<String, String> words, Fate fate, Dice dice) {
        return switch (fate) {
            case OPEN -> open;
            case CLOSED_WITHOUT_WORDS -> closed(open, open.updated().plusDays(dice.between(0, 3)));
            case ANSWERED, ANSWERED_BY_DOCUMENT, ANSWERED_BEFORE_ASKED -> {
                Reply reply = answers.reply(open, prose, words, fate, dice);
                LocalDateTime at =
                        reply.at().isBefore(open.updated()) ? open.updated().plusDays(1) : reply.at();
                Petition answered = open.withReply(reply, at);
                yield dice.percent(40)
                        ? answered.withRating(dice.between(2, 5), at.plusDays(dice.between(0, 2)))
                        : answered;
            }
        };
    }

    /** The forest land of Trà Giác: received 2022-05-13, answered by letter 87/TNMT of 2022-05-19. */
    Petition forestLand(long id, int index, Prose prose) {
        LocalDateTime received = LocalDate.of(2022, 5, 13).atTime(8, 15);
        Place place = district.places().find("20926", "thôn 1", received.toLocalDate());
        Person sender = new Person("Hồ Thị Thử", "0900 000 931", "049000000931", "congdan.0931");
        Map<String, String> words = words(place, received.toLocalDate());
        Dice dice = district.setting().dice("petition", id);
        Petition open = new Petition(
                id,
                Kind.PROPOSAL,
                4,
                prose.fill("title", words, dice),
                prose.fill("body", words, dice) + " Tôi là " + sender.name() + ", điện thoại " + sender.phone() + ".",
                place,
                received,
                received.toLocalDate().plusDays(14),
                district.organizations().department("03"),
                sender,
                null,
                Petition.Progress.IN_PROCESSING,
                5,
                true,
                received,
                Dirt.of(index));
        Reply reply = answers.letter87(open, prose, words, dice);
        return open.withReply(reply, reply.at());
    }

    private Organization handler(String word, Place place, LocalDate day) {
        if (word.equals("commune") || !day.isBefore(Organizations.WITHOUT_DISTRICTS)) {
            return place.commune();
        }
        return district.organizations().department(word);
    }

    private static Petition closed(Petition open, LocalDateTime at) {
        return new Petition(
                open.id(),
                open.kind(),
                open.category(),
                open.title(),
                open.body(),
                open.place(),
                open.received(),
                open.due(),
                open.handler(),
                open.sender(),
                null,
                Petition.Progress.HANDLED,
                null,
                open.published(),
                at,
                open.dirt());
    }

    private static Map<String, String> words(Place place, LocalDate day) {
        return Map.of(
                "village", place.village().name(),
                "commune", place.communeName(),
                "place", place.inText(),
                "year", Integer.toString(day.getYear()));
    }

    private static String signed(String body, Person sender, Dice dice) {
        String phone = dice.pick(List.of(
                sender.phone(), sender.phone().replace(" ", ""), sender.phone().replace(' ', '.')));
        return switch (dice.between(0, 2)) {
            case 0 -> body + " Tôi là " + sender.name() + ", điện thoại " + phone + ".";
            case 1 -> "Kính gửi cơ quan chức năng, tôi tên " + sender.name() + ", số điện thoại " + phone + ". " + body;
            default -> body + " Liên hệ: " + sender.name().toUpperCase(Locale.ROOT) + " - " + phone;
        };
    }
}
