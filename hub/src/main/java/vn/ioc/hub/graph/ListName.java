// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names a list for its cursors: field, order and filter, values included. */
final class ListName {
    private ListName() {}

    /** @param field the root field or link that gives the list */
    static byte[] of(String field, Order order, @Nullable Object where) {
        StringBuilder name =
                new StringBuilder(field).append('|').append(order.text()).append('|');
        write(name, where);
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void write(StringBuilder name, @Nullable Object value) {
        switch (value) {
            case null -> name.append("null");
            case Map<?, ?> map -> {
                name.append('{');
                new TreeMap<>(map).forEach((key, inner) -> {
                    name.append(key).append(':');
                    write(name, inner);
                    name.append(',');
                });
                name.append('}');
            }
            case Collection<?> list -> {
                name.append('[');
                list.forEach(inner -> {
                    write(name, inner);
                    name.append(',');
                });
                name.append(']');
            }
            default -> {
                String text = value.toString();
                name.append(text.length()).append('=').append(text);
            }
        }
    }
}
