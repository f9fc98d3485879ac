// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node of a YAML file that knows its line (from 1). */
sealed interface Yaml {
    int line();

    /** The same as maps, lists, texts, numbers and booleans. */
    @Nullable
    Object plain();

    /** @param keyLines line of each key */
    record Table(int line, Map<String, Yaml> entries, Map<String, Integer> keyLines) implements Yaml {
        @Override
        public Map<String, @Nullable Object> plain() {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            entries.forEach((name, value) -> plain.put(name, value.plain()));
            return plain;
        }

        Optional<Yaml> find(String name) {
            return Optional.ofNullable(entries.get(name));
        }

        Yaml get(String name) {
            return find(name).orElseThrow(() -> new IllegalStateException("the JSON Schema requires " + name));
        }

        int lineOf(String name) {
            return keyLines.getOrDefault(name, line);
        }
    }

    record Rows(int line, List<Yaml> elements) implements Yaml {
        @Override
        public List<@Nullable Object> plain() {
            List<@Nullable Object> plain = new ArrayList<>();
            elements.forEach(e -> plain.add(e.plain()));
            return plain;
        }
    }

    /** @param value text, Boolean, BigInteger, BigDecimal or null */
    record Scalar(int line, String text, @Nullable Object value) implements Yaml {
        @Override
        public @Nullable Object plain() {
            return value instanceof BigInteger || value instanceof BigDecimal || value instanceof Boolean
                    ? value
                    : value == null ? null : text;
        }
    }

    default Table object() {
        return this instanceof Table object ? object : new Table(line(), Map.of(), Map.of());
    }

    /** The elements of a list; anything else is a list of one. */
    default List<Yaml> list() {
        return this instanceof Rows list ? list.elements() : List.of(this);
    }

    default String text() {
        return this instanceof Scalar scalar ? scalar.text() : "";
    }
}
