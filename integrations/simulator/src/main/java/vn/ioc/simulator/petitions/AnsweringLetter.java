// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.time.LocalDateTime;
import java.util.Locale;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Place;

/** A letter or notice that answers a petition and that Qoffice must hold. */
public record AnsweringLetter(
        Organization from,
        String type,
        int number,
        String notation,
        LocalDateTime sent,
        String subject,
        String content,
        Place place) {

    /** {@code 000.03.15.H47,2022/05/19,87/TNMT} */
    public String documentId() {
        return String.format(
                Locale.ROOT,
                "%s,%04d/%02d/%02d,%d/%s",
                from.code(),
                sent.getYear(),
                sent.getMonthValue(),
                sent.getDayOfMonth(),
                number,
                notation);
    }
}
