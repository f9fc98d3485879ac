// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.ioc.simulator.district.Resource;

/**
 * A type of document.
 *
 * @param notation its letters; blank for letters (công văn), whose notation is the issuer's alone
 */
record DocumentType(String name, int code, String notation) {
    private static final Map<String, DocumentType> BY_NAME = read();

    static DocumentType of(String name) {
        DocumentType type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no document type " + name);
        }
        return type;
    }

    /** {@code QĐ-UBND}; {@code desk} is used for letters of a district or higher: {@code UBND-VX}. */
    String notationOf(String issuer, String desk) {
        return notation.isEmpty() ? issuer + desk : notation + "-" + issuer;
    }

    private static Map<String, DocumentType> read() {
        Map<String, DocumentType> types = new LinkedHashMap<>();
        for (Map<String, String> row : Resource.table("documents/types.csv")) {
            String name = Resource.cell(row, "name");
            int code = Integer.parseInt(Resource.cell(row, "code"));
            types.put(name, new DocumentType(name, code, Resource.cell(row, "notation")));
        }
        return types;
    }
}
