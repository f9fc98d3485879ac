// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record, a connection, an edge or a page info as the client asked for it.
 *
 * @param type name of its object type
 * @param values by result key; a {@link GraphException} stands for a value that could not be read
 */
public record Row(String type, Map<String, @Nullable Object> values) {
    public Row {
        values = Collections.unmodifiableMap(values);
    }

    public @Nullable Object get(String key) {
        return values.get(key);
    }
}
