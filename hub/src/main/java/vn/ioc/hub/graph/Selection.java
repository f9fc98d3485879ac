// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field that a client asks for, with fragments, aliases and conditions already resolved.
 *
 * @param name the field's name in the schema
 * @param key the name under which the answer carries it
 * @param arguments coerced values by name, defaults included
 * @param types names of the object types that it is asked of
 * @param fields what is asked of its value; empty for a leaf
 */
public record Selection(
        String name, String key, Map<String, @Nullable Object> arguments, Set<String> types, List<Selection> fields) {

    public Selection {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        types = Set.copyOf(types);
        fields = List.copyOf(fields);
    }

    /** What is asked of its value under that name, each alias by itself. */
    Stream<Selection> named(String field) {
        return fields.stream().filter(f -> f.name().equals(field));
    }

    boolean asks(String field) {
        return named(field).findAny().isPresent();
    }

    /** What is asked of a value of that type. */
    Stream<Selection> of(String type) {
        return fields.stream().filter(f -> f.types().contains(type));
    }
}
