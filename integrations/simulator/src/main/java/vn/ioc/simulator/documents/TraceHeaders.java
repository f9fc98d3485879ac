// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** {@code TraceHeaderList} with {@code Bussiness} (so misspelt in the format), and the signature. */
final class TraceHeaders {
    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");

    private TraceHeaders() {}

    static void write(Document document, Xml xml) {
        String id = String.format(Locale.ROOT, "%08x", document.id().hashCode());
        xml.open(
                "TraceHeaderList",
                "id=\"" + id
                        + "\" version=\"1.0\" mustUnderstand=\"1\" actor=\"http://schemas.xmlsoap.org/soap/actor/next\"");
        trace(document.fromCode(), document.sent(), xml);
        if (document.look().variant() == 2) {
            boolean districts = document.from().areaScheme().startsWith("pre");
            trace(districts ? "H47" : "H17", document.sent().plusSeconds(15), xml);
        }
        business(document, xml);
        xml.close("TraceHeaderList").line();
    }

    /** An XML signature in outline; one without a value means that nobody signed. */
    static void signature(Document document, Xml xml) {
        if (!document.look().signed()) {
            xml.open("DigitalSignature").close("DigitalSignature");
            return;
        }
        byte[] invented = ("signature of " + document.id()).getBytes(StandardCharsets.UTF_8);
        String value = Base64.getEncoder().encodeToString(invented);
        xml.open("Signature")
                .open("SignedInfo")
                .open("SignatureMethod", "Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"")
                .close("SignatureMethod")
                .close("SignedInfo")
                .leaf("SignatureValue", value)
                .open("KeyInfo")
                .open("X509Data")
                .leaf("X509SubjectName", "CN=" + document.from().name() + ",C=VN")
                .close("X509Data")
                .close("KeyInfo")
                .close("Signature")
                .line();
    }

    private static void trace(String code, LocalDateTime at, Xml xml) {
        xml.open("TraceHeader")
                .leaf("OrganId", code)
                .leaf("Timestamp", MOMENT.format(at))
                .close("TraceHeader");
    }

    private static void business(Document document, Xml xml) {
        Business business = document.business();
        xml.open("Bussiness").leaf("BussinessDocType", business.code()).leaf("BussinessDocReason", business.reason());
        switch (business) {
            case Business.New ignored -> {}
            case Business.Update ignored -> {
                xml.open("BussinessDocumentInfo").leaf("DocumentInfo", 1).leaf("DocumentReceiver", 0);
                xml.close("BussinessDocumentInfo").leaf("DocumentId", document.id());
            }
            case Business.Revoke revoke -> xml.leaf("DocumentId", revoke.documentId());
            case Business.Replace replace -> replacement(document, replace, xml);
        }
        xml.open("StaffInfo")
                .leaf("Department", "Văn thư")
                .leaf("Staff", document.signer().name());
        xml.leaf("Mobile", "").leaf("Email", "").close("StaffInfo");
        xml.leaf("Paper", document.look().paper() ? 1 : 0).close("Bussiness");
    }

    private static void replacement(Document document, Business.Replace replace, Xml xml) {
        xml.leaf("DocumentId", document.id()).open("ReplacementInfoList").open("ReplacementInfo");
        xml.leaf("DocumentId", replace.documentId()).open("OrganIdList");
        replace.receivers().forEach(code -> xml.leaf("OrganId", code));
        xml.close("OrganIdList").close("ReplacementInfo").close("ReplacementInfoList");
    }
}
