// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.util.Locale;
import vn.ioc.simulator.district.Ascii;
import vn.ioc.simulator.district.Organization;

/** {@code MessageHeader}: who writes to whom about what. */
final class MessageHeader {
    private MessageHeader() {}

    static void write(Document document, Xml xml) {
        xml.open("MessageHeader").line();
        from(document, xml);
        document.to().forEach(to -> to(to, xml));
        xml.open("Code")
                .leaf("CodeNumber", document.number())
                .leaf("CodeNotation", document.notation())
                .close("Code");
        xml.open("PromulgationInfo")
                .leaf("Place", document.place())
                .leaf("PromulgationDate", Document.day(document.promulgated()))
                .close("PromulgationInfo")
                .line();
        xml.open("DocumentType")
                .leaf("Type", document.type().code())
                .leaf("TypeName", Marks.typeName(document))
                .leaf("TypeDetail", 0)
                .close("DocumentType")
                .line();
        xml.leaf("Subject", Marks.subject(document))
                .leaf("Content", Marks.content(document))
                .line();
        signer(document, xml);
        if (document.due() != null) {
            xml.leaf("DueDate", Document.day(document.due()));
        }
        xml.open("ToPlaces");
        document.to().forEach(to -> xml.leaf("Place", to.name()));
        xml.leaf("Place", "Lưu: VT").close("ToPlaces").line();
        other(document, xml);
        Marks.field(document, xml);
        if (document.responseTo() != null) {
            responseFor(document.responseTo(), xml);
        }
        xml.leaf("SteeringType", document.steering()).leaf("DocumentId", document.id());
        xml.close("MessageHeader").line();
    }

    /** {@code ResponseFor} of a document or a status: its parts are those of the other document's id. */
    static void responseFor(String documentId, Xml xml) {
        String[] parts = documentId.split(",", 3);
        xml.open("ResponseFor")
                .leaf("OrganId", parts[0])
                .leaf("Code", parts[2])
                .leaf("PromulgationDate", parts[1])
                .leaf("DocumentId", documentId)
                .close("ResponseFor")
                .line();
    }

    private static void from(Document document, Xml xml) {
        Organization from = document.from();
        boolean sparse = document.look().variant() == 1;
        xml.open("From").leaf("OrganId", document.fromCode());
        xml.leaf("OrganizationInCharge", sparse ? "N/A" : inCharge(from)).leaf("OrganName", spelled(from, sparse));
        if (!sparse) {
            xml.leaf("OrganAdd", document.place());
            xml.leaf("Email", Ascii.of(from.notation()).toLowerCase(Locale.ROOT) + "@vidu.invalid");
        }
        xml.close("From").line();
    }

    private static void to(Organization to, Xml xml) {
        xml.open("To")
                .leaf("OrganId", to.code())
                .leaf("OrganizationInCharge", inCharge(to))
                .leaf("OrganName", to.name())
                .close("To")
                .line();
    }

    private static void signer(Document document, Xml xml) {
        boolean deputy = document.look().variant() % 3 == 1;
        boolean committee = document.from().notation().equals("UBND");
        String competence = committee ? (deputy ? "KT. CHỦ TỊCH" : "TM. ỦY BAN NHÂN DÂN") : "TL. CHỦ TỊCH";
        String position =
                committee ? (deputy ? "Phó Chủ tịch" : "Chủ tịch") : (deputy ? "Phó Trưởng phòng" : "Trưởng phòng");
        xml.open("SignerInfo")
                .leaf("Competence", competence)
                .leaf("Position", position)
                .leaf("FullName", document.signer().name())
                .close("SignerInfo")
                .line();
    }

    private static void other(Document document, Xml xml) {
        xml.open("OtherInfo")
                .leaf("Priority", document.priority())
                .leaf("SphereOfPromulgation", Marks.sphere(document))
                .leaf("PromulgationAmount", document.to().size())
                .leaf("PageAmount", 1 + document.number() % 12);
        if (document.steering() == 2) {
            xml.leaf("Direction", "Chỉ đạo");
        }
        xml.open("Appendixes").leaf("Appendix", Marks.appendix(document)).close("Appendixes");
        xml.close("OtherInfo").line();
    }

    private static String inCharge(Organization body) {
        return body.areaScheme().startsWith("pre") ? "UBND tỉnh Quảng Nam" : "UBND thành phố Đà Nẵng";
    }

    /** Some write the committee out, and place the tone the other way. */
    private static String spelled(Organization body, boolean otherWay) {
        return otherWay ? body.name().replaceFirst("^UBND", "Uỷ ban nhân dân") : body.name();
    }
}
