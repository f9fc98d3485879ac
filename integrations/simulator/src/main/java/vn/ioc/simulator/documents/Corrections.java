// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.ioc.simulator.district.Numbers;
import vn.ioc.simulator.district.Organization;

/** Documents that take the place of others, or withdraw them. */
final class Corrections {
    private Corrections() {}

    static Document replacement(Document old, LocalDateTime at, Numbers numbers) {
        Business business = new Business.Replace(
                old.id(), old.to().stream().map(Organization::code).toList(), "Sai nội dung");
        String subject = old.subject() + " (thay thế " + old.type().name() + " số " + old.code() + ")";
        return next(old, old.type(), old.notation(), subject, business, at, numbers);
    }

    static Document withdrawal(Document old, LocalDateTime at, Numbers numbers) {
        DocumentType letter = DocumentType.of("Công văn");
        String subject = "V/v thu hồi " + old.type().name() + " số " + old.code();
        Business business = new Business.Revoke(old.id(), "Gửi nhầm nơi nhận");
        return next(old, letter, letter.notationOf(old.from().notation(), ""), subject, business, at, numbers);
    }

    private static Document next(
            Document old,
            DocumentType type,
            String notation,
            String subject,
            Business business,
            LocalDateTime at,
            Numbers numbers) {
        LocalDate day = at.toLocalDate();
        int number = numbers.next(old.from().code(), notation, day);
        return new Document(
                old.from(),
                old.fromCode(),
                old.to(),
                number,
                notation,
                type,
                old.place(),
                day,
                subject,
                old.content(),
                old.signer(),
                null,
                old.priority(),
                old.steering(),
                null,
                business,
                at,
                old.look(),
                null);
    }
}
