// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ways in which a package cannot be read. */
enum Broken {
    /** The transfer ended early. */
    CUT_OFF,
    /** Ended early, after a mark of secrecy and a canary word had gone by. */
    CUT_OFF_AFTER_SECRET,
    /** Asks the reader to open a file of its own machine. */
    EXTERNAL_ENTITY,
    /** Asks the reader to write out entities within entities. */
    ENTITY_EXPANSION,
    /** Neither number nor document id. */
    NO_KEY,
    /** A sign-in page in place of the package. */
    NOT_XML;

    private static final String LAUGHS = "<!DOCTYPE e [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
            + "<!ENTITY f \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY x \"&f;&f;&f;&f;&f;&f;&f;&f;\">]>";
    private static final String OUTSIDE = "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";

    byte[] write(Document document) {
        String whole = EdxmlWriter.text(document);
        return switch (this) {
            case CUT_OFF -> cut(whole, whole.indexOf("Subject>"));
            case CUT_OFF_AFTER_SECRET -> cut(whole, whole.lastIndexOf("Content>") + 4);
            case EXTERNAL_ENTITY -> bytes(entity(whole, document, OUTSIDE));
            case ENTITY_EXPANSION -> bytes(entity(whole, document, LAUGHS));
            case NO_KEY ->
                bytes(whole.replace(document.id(), "").replaceAll("(<[^>]*Code(Number|Notation)>)[^<]*", "$1"));
            case NOT_XML -> bytes("<!DOCTYPE html><html><body><p>Đăng nhập để tiếp tục<br></body></html>");
        };
    }

    private static String entity(String whole, Document document, String declaration) {
        return whole.replaceFirst("\\?>\\n", "?>\n" + declaration.replace("$", "\\$"))
                .replace(Xml.escape(document.subject()), "&x;");
    }

    private static byte[] cut(String whole, int at) {
        return Arrays.copyOf(bytes(whole), bytes(whole.substring(0, at)).length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
