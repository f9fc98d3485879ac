// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A document as an edXML package (QCVN 102:2016), in the shape that its look asks for. */
final class EdxmlWriter {
    private static final String DECLARED = "xmlns:edXML=\"" + Xml.NAMESPACE + "\"";
    private static final String DEFAULTED = "xmlns=\"" + Xml.NAMESPACE + "\"";
    private static final String XSI =
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" ";

    private EdxmlWriter() {}

    static byte[] write(Document document) {
        return text(document).getBytes(StandardCharsets.UTF_8);
    }

    static String text(Document document) {
        String text = switch (document.look().shape()) {
            case COMMON -> common(document);
            case PREFIXED -> prefixed(document);
            case DEFAULT -> defaulted(document);
            case FLAT -> flat(document);
        };
        return document.look().decomposed() ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
    }

    private static String common(Document document) {
        Xml xml = new Xml("").open("edXML", XSI + DEFAULTED).line();
        xml.prefix("edXML:").open("edXMLEnvelope", DECLARED).line();
        full(document, xml);
        xml.close("edXMLEnvelope").line().prefix("");
        Attachments.encoded(document, xml, "");
        return xml.close("edXML").toString();
    }

    private static String prefixed(Document document) {
        Xml xml = new Xml("edXML:").open("edXML", DECLARED).open("edXMLEnvelope");
        full(document, xml);
        xml.close("edXMLEnvelope").line();
        Attachments.encoded(document, xml, "");
        return xml.close("edXML").toString();
    }

    private static String defaulted(Document document) {
        Xml xml = new Xml("").open("edXML", DEFAULTED).open("edXMLEnvelope");
        full(document, xml);
        xml.close("edXMLEnvelope");
        Attachments.encoded(document, xml, document.look().variant() % 2 == 1 ? "xmlns=\"\"" : "");
        return xml.close("edXML").toString();
    }

    private static String flat(Document document) {
        Xml xml = new Xml("edXML:").open("edXMLEnvelope", DECLARED).line();
        MessageHeader.write(document, xml);
        TraceHeaders.write(document, xml);
        TraceHeaders.signature(document, xml);
        return xml.close("edXMLEnvelope").toString();
    }

    private static void full(Document document, Xml xml) {
        xml.open("edXMLHeader");
        MessageHeader.write(document, xml);
        TraceHeaders.write(document, xml);
        TraceHeaders.signature(document, xml);
        xml.close("edXMLHeader").line();
        xml.open("edXMLBody").open("edXMLManifest", "version=\"1.0\"");
        Attachments.references(document, xml);
        xml.close("edXMLManifest").close("edXMLBody").line();
    }
}
