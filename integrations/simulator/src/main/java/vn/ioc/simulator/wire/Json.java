// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees whose fields keep the order in which they were put. */
public final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static byte[] bytes(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /** The field as text: absent, null and blank alike are the fallback; numbers are written out. */
    public static String text(JsonNode tree, String field, String fallback) {
        JsonNode value = tree.get(field);
        if (value == null || value.isNull() || value.isContainer()) {
            return fallback;
        }
        String text = value.asString().strip();
        return text.isEmpty() ? fallback : text;
    }
}
