// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.district.Person;
import vn.ioc.simulator.district.Place;
import vn.ioc.simulator.district.Prose;
import vn.ioc.simulator.petitions.AnsweringLetter;

/** Writes single documents from blocks of prose. */
final class DocumentWriter {
    private static final List<String> DESKS = List.of("", "-VX", "-KTN", "-NC", "-TH");

    private final District district;
    private final Bodies bodies;
    private int written;

    DocumentWriter(District district) {
        this.district = district;
        this.bodies = new Bodies(district.organizations());
    }

    /** What stands in a block under {@code subject} or {@code reply_subject}, written on that day about that place. */
    record Order(Prose prose, String prefix, LocalDate day, Place place) {}

    Document opening(Order order, Dice dice) {
        List<String> head = order.prose().head();
        Organization commune = order.place().commune();
        Organization from = bodies.one(head.get(1), commune);
        List<Organization> to = bodies.several(head.get(2), commune, dice, order.day());
        DocumentType type = DocumentType.of(head.getFirst().replace('_', ' '));
        String due = order.prose().find("due");
        LocalDate dueDay = due == null ? null : order.day().plusDays(Integer.parseInt(due));
        int steering = order.prose().has("steering") ? 2 : dice.between(0, 1);
        return write(order, type, from, to, dueDay, steering, null, dice);
    }

    Document reply(Order order, Document to, Organization from, Dice dice) {
        String type = order.prose().texts().get("reply_type");
        return write(
                order,
                DocumentType.of(String.valueOf(type).replace('_', ' ')),
                from,
                List.of(to.from()),
                null,
                to.steering() == 2 ? 3 : 0,
                to.id(),
                dice);
    }

    private Document write(
            Order order,
            DocumentType type,
            Organization from,
            List<Organization> to,
            @Nullable LocalDate due,
            int steering,
            @Nullable String responseTo,
            Dice dice) {
        Map<String, String> words = words(order);
        int index = written++;
        String notation = type.notationOf(from.notation(), desk(from, dice));
        return new Document(
                from,
                spelling(from, index),
                to,
                district.numbers().next(from.code(), notation, order.day()),
                notation,
                type,
                placeName(from),
                order.day(),
                order.prose().fill(order.prefix() + "subject", words, dice),
                index % 11 == 6 ? "N/A" : order.prose().fill(order.prefix() + "content", words, dice),
                Person.pick(dice),
                due,
                priority(type, dice),
                steering,
                responseTo,
                new Business.New(),
                dice.officeHour(order.day()),
                Look.of(index),
                null);
    }

    private static Map<String, String> words(Order order) {
        int year = order.day().getYear();
        return Map.of(
                "village", order.place().village().name(),
                "commune", order.place().communeName(),
                "place", order.place().inText(),
                "year", Integer.toString(year),
                "nextyear", Integer.toString(year + 1),
                "lastyear", Integer.toString(year - 1));
    }

    /** Some packages of the district write the province first. */
    private static String spelling(Organization from, int index) {
        return from.code().equals(Organizations.DISTRICT) && index % 4 == 1 ? "H47.15" : from.code();
    }

    private static String desk(Organization from, Dice dice) {
        return from.notation().equals("UBND") && !from.isCommune() ? dice.pick(DESKS) : "";
    }

    static String placeName(Organization from) {
        return switch (from.areaCode()) {
            case "49" -> "Quảng Nam";
            case "48" -> "Đà Nẵng";
            case "514" -> "Tiên Phước";
            case "516" -> "Nam Trà My";
            case "515" -> "Bắc Trà My";
            default ->
                from.areaScheme().startsWith("pre") ? "Bắc Trà My" : from.name().replaceFirst("^.* xã ", "");
        };
    }

    private static int priority(DocumentType type, Dice dice) {
        if (type.name().equals("Công điện")) {
            return dice.between(3, 4);
        }
        int thrown = dice.between(1, 100);
        return thrown <= 84 ? 0 : thrown <= 95 ? 1 : 2;
    }

    Document letter(AnsweringLetter letter, int number) {
        Dice dice = district.setting().dice("letter", number);
        LocalDate day = letter.sent().toLocalDate();
        boolean first = letter.number() == 87 && letter.notation().equals("TNMT");
        Organization upper = district.organizations()
                .get(day.isBefore(Organizations.WITHOUT_DISTRICTS) ? Organizations.DISTRICT : "000.00.00.H17");
        List<Organization> to = letter.from().isCommune()
                ? List.of(upper)
                : List.of(letter.place().commune(), upper);
        LocalDateTime sent = letter.sent();
        return new Document(
                letter.from(),
                letter.from().code(),
                to,
                letter.number(),
                letter.notation(),
                DocumentType.of(letter.type()),
                placeName(letter.from()),
                day,
                letter.subject(),
                letter.content(),
                Person.pick(dice),
                first ? LocalDate.of(2022, 5, 31) : null,
                0,
                0,
                null,
                new Business.New(),
                sent,
                first ? new Look(Look.Shape.COMMON, false, true, false, 1, 0) : Look.of(written++),
                null);
    }
}
