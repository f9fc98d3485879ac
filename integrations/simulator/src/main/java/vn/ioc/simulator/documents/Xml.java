// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import org.jspecify.annotations.Nullable;

/** XML text as it grows: elements by local name under one prefix, values escaped. */
final class Xml {
    static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    private String prefix;

    /** @param prefix with its colon, or empty for the default namespace */
    Xml(String prefix) {
        this.prefix = prefix;
    }

    /** Elements that follow bear this prefix. */
    Xml prefix(String next) {
        this.prefix = next;
        return this;
    }

    /** @param attributes as they stand in the tag, or empty */
    Xml open(String name, String attributes) {
        text.append('<').append(prefix).append(name);
        if (!attributes.isEmpty()) {
            text.append(' ').append(attributes);
        }
        text.append('>');
        return this;
    }

    Xml open(String name) {
        return open(name, "");
    }

    Xml close(String name) {
        text.append("</").append(prefix).append(name).append('>');
        return this;
    }

    /** An element with text; an absent value is an empty element. */
    Xml leaf(String name, @Nullable String value) {
        return open(name).raw(escape(value == null ? "" : value)).close(name);
    }

    Xml leaf(String name, int value) {
        return leaf(name, Integer.toString(value));
    }

    Xml raw(String piece) {
        text.append(piece);
        return this;
    }

    Xml line() {
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
