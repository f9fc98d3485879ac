// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values of one question, apart from its shape: the statement names them by number, so that its text stays the same. */
final class Slots {
    private final Instant now;
    private final List<Object> values = new ArrayList<>();
    private final List<byte[]> lists = new ArrayList<>();
    private final List<Object> kept = new ArrayList<>();

    /** @param now when the question is asked: one moment for all of it */
    Slots(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    int add(Object value) {
        values.add(value);
        return values.size() - 1;
    }

    /** Notes the name of a list whose cursors may be asked for; it is not sent to the graph. */
    int addList(byte[] name) {
        lists.add(name);
        return lists.size() - 1;
    }

    /** Keeps arguments that are not sent to the graph. */
    int keep(Object arguments) {
        kept.add(arguments);
        return kept.size() - 1;
    }

    Object kept(int number) {
        return kept.get(number);
    }

    byte[] list(int number) {
        return lists.get(number);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = HashMap.newHashMap(values.size());
        for (int slot = 0; slot < values.size(); slot++) {
            parameters.put("p" + slot, values.get(slot));
        }
        return parameters;
    }
}
