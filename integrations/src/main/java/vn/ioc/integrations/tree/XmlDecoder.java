// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.VietnameseText;

/**
 * XML by local name: {@code {root: content}}. An element without children and attributes is its stripped text; attributes
 * are {@code @name}, text beside them {@code #text}; an element that comes again becomes a list. No DTD is ever read.
 */
final class XmlDecoder {
    private final Limits limits;
    private final Set<String> lists;

    XmlDecoder(Limits limits, Set<String> lists) {
        this.limits = limits;
        this.lists = lists;
    }

    Object decode(byte[] bytes) throws DecodeException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no external entity is resolved");
        });
        Location last = null;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                Map<String, Object> root = new LinkedHashMap<>();
                Nodes nodes = new Nodes(limits);
                while (reader.hasNext()) {
                    int event = reader.next();
                    last = reader.getLocation();
                    refuseDeclarations(event, last);
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        root.put(name(reader), element(reader, nodes));
                    }
                }
                return root;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation() == null ? last : e.getLocation();
            throw new DecodeException(DecodeException.Reason.UNREADABLE, "is not well-formed XML" + at(at));
        }
    }

    private Object element(XMLStreamReader reader, Nodes nodes) throws XMLStreamException, DecodeException {
        nodes.down();
        Map<String, Object> children = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            nodes.one();
            children.put(
                    "@" + VietnameseText.nfc(reader.getAttributeLocalName(i)),
                    VietnameseText.nfc(reader.getAttributeValue(i)));
        }
        StringBuilder text = new StringBuilder();
        int event = reader.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            refuseDeclarations(event, reader.getLocation());
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = name(reader);
                add(children, name, element(reader, nodes));
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(reader.getText());
            }
            event = reader.next();
        }
        nodes.up();
        String stripped = VietnameseText.nfc(text.toString().strip());
        if (children.isEmpty()) {
            return stripped;
        }
        if (!stripped.isEmpty()) {
            children.put("#text", stripped);
        }
        return children;
    }

    private void add(Map<String, Object> children, String name, Object child) {
        Object there = children.get(name);
        if (there instanceof List<?> list) {
            List<Object> longer = new ArrayList<>(list);
            longer.add(child);
            children.put(name, longer);
        } else if (there != null) {
            children.put(name, new ArrayList<>(List.of(there, child)));
        } else {
            children.put(name, lists.contains(name) ? new ArrayList<>(List.of(child)) : child);
        }
    }

    private static String name(XMLStreamReader reader) {
        return VietnameseText.nfc(reader.getLocalName());
    }

    private static void refuseDeclarations(int event, @Nullable Location at) throws DecodeException {
        if (event == XMLStreamConstants.DTD
                || event == XMLStreamConstants.ENTITY_REFERENCE
                || event == XMLStreamConstants.ENTITY_DECLARATION) {
            throw new DecodeException(DecodeException.Reason.HOSTILE, "declares a document type or an entity" + at(at));
        }
    }

    private static String at(@Nullable Location at) {
        return at == null ? "" : " at line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }
}
