// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What is sent back, before faults are laid over it. */
public sealed interface Answer {
    int status();

    String contentType();

    Map<String, String> headers();

    byte[] body();

    /**
     * A JSON answer.
     *
     * @param totalPath the fields that lead to the count of all rows; empty when this is no list
     */
    record Tree(int status, ObjectNode tree, List<String> totalPath) implements Answer {
        @Override
        public String contentType() {
            return "application/json; charset=utf-8";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public byte[] body() {
            return Json.bytes(tree);
        }
    }

    /** Anything that is not JSON. */
    record Bytes(int status, String contentType, Map<String, String> headers, byte[] body) implements Answer {}

    static Answer json(int status, ObjectNode tree) {
        return new Tree(status, tree, List.of());
    }

    /** A page of a list whose count of all rows stands at {@code totalPath}. */
    static Answer page(ObjectNode tree, String... totalPath) {
        return new Tree(200, tree, List.of(totalPath));
    }

    static Answer bytes(String contentType, byte[] body) {
        return new Bytes(200, contentType, Map.of(), body);
    }

    static Answer text(int status, String text) {
        return new Bytes(status, "text/plain; charset=utf-8", Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer error(int status, String message) {
        return json(status, Json.object().put("code", status).put("message", message));
    }

    /** The same with one more header. */
    default Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers());
        more.put(header, value);
        return new Bytes(status(), contentType(), Map.copyOf(more), body());
    }
}
