// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Person;

/**
 * One document as one package carries it.
 *
 * @param fromCode the spelling of the issuer's code on this package
 * @param content the abstract; {@code N/A} when the sender left it out
 * @param due the day by which an answer is asked for
 * @param priority 0 to 4
 * @param steering 0 and 1 no, 2 steers, 3 reports on a steering document
 * @param responseTo id of the document that this one answers
 * @param sent the trace timestamp: the version
 * @param secret its mark, or null
 */
record Document(
        Organization from,
        String fromCode,
        List<Organization> to,
        int number,
        String notation,
        DocumentType type,
        String place,
        LocalDate promulgated,
        String subject,
        String content,
        Person signer,
        @Nullable LocalDate due,
        int priority,
        int steering,
        @Nullable String responseTo,
        Business business,
        LocalDateTime sent,
        Look look,
        @Nullable Secret secret) {

    /** {@code 000.03.15.H47,2022/05/19,87/TNMT}: one meaning in the country. */
    String id() {
        return fromCode + "," + day(promulgated) + "," + code();
    }

    /** {@code 87/TNMT} */
    String code() {
        return number + "/" + notation;
    }

    static String day(LocalDate day) {
        return String.format(Locale.ROOT, "%04d/%02d/%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** The same with another business, abstract and moment: what an update sends. */
    Document resent(Business next, String nextContent, LocalDateTime at) {
        return new Document(
                from,
                fromCode,
                to,
                number,
                notation,
                type,
                place,
                promulgated,
                subject,
                nextContent,
                signer,
                due,
                priority,
                steering,
                responseTo,
                next,
                at,
                look,
                secret);
    }
}
