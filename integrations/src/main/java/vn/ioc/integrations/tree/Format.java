// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A wire format that decodes to a tree. */
public sealed interface Format {
    /** RFC 8259, UTF-8. */
    record Json() implements Format {}

    /** XML 1.0 by local name. @param lists local names of elements that are lists even when there is one */
    record Xml(Set<String> lists) implements Format {}

    /**
     * A list of flat rows by header.
     *
     * @param delimiter null = told by the header line
     * @param columns that the header must name
     */
    record Csv(@Nullable Character delimiter, Set<String> columns) implements Format {}

    /** The first sheet of an XLSX workbook, as CSV would give it. @param columns that the header must name */
    record Xlsx(Set<String> columns) implements Format {}

    /**
     * The tree of a document.
     *
     * @throws DecodeException when the bytes are not of this format or exceed the limits
     */
    default @Nullable Object decode(byte[] bytes, Limits limits) throws DecodeException {
        limits.checkBytes(bytes.length);
        return switch (this) {
            case Json json -> new JsonDecoder(limits).decode(bytes);
            case Xml xml -> new XmlDecoder(limits, xml.lists()).decode(bytes);
            case Csv csv -> new CsvDecoder(limits, csv.delimiter(), csv.columns()).decode(bytes);
            case Xlsx xlsx -> new XlsxDecoder(limits, xlsx.columns()).decode(bytes);
        };
    }

    default @Nullable Object decode(byte[] bytes) throws DecodeException {
        return decode(bytes, Limits.DEFAULT);
    }
}
