// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import vn.ioc.simulator.district.Dice;

/** The changes that petitions undergo: an answer given or amended, a text amended, a rating. */
final class PetitionEdits {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private PetitionEdits() {}

    /** @param number counts all edits, so that no two leave the same text behind */
    static Petition apply(Petition old, long number, LocalDateTime at, Dice dice) {
        Reply reply = old.reply();
        if (reply == null) {
            String text = "Cơ quan chức năng đã tiếp nhận, kiểm tra thực tế ngày " + DAY.format(at)
                    + " và sẽ xử lý dứt điểm. (Lần cập nhật " + number + ")";
            return old.withReply(new Reply(text, null, at, null), at);
        }
        return switch ((int) (number % 3)) {
            case 0 -> old.withBody(old.body() + " Bổ sung lần " + number + ": sự việc vẫn còn tiếp diễn.", at);
            case 1 -> {
                String text =
                        reply.text() + " Cập nhật lần " + number + " ngày " + DAY.format(at) + ": đã kiểm tra lại.";
                yield old.withReply(new Reply(text, reply.file(), reply.at(), reply.documentId()), at);
            }
            default -> old.withRating(other(old.rating() == null ? 0 : old.rating(), dice), at);
        };
    }

    private static int other(int rating, Dice dice) {
        return (rating + dice.between(1, 4) - 1) % 5 + 1;
    }
}
