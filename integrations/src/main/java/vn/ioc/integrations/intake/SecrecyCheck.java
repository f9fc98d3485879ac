// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.source.SecrecyRule;

/** Whether a decoded document may come in at all. Runs before anything else sees it, and keeps nothing of it. */
record SecrecyCheck(SecrecyRule rule) {

    /** Whether it bears a mark, or something unknown where a mark would stand. */
    boolean refuses(@Nullable Object tree) {
        return !rule.isNone() && inside(tree);
    }

    private boolean inside(@Nullable Object tree) {
        return tree instanceof List<?> list
                ? list.stream().anyMatch(this::inside)
                : tree instanceof Map<?, ?> object && object.entrySet().stream().anyMatch(this::inField);
    }

    private boolean inField(Map.Entry<?, ?> field) {
        String name = localName(String.valueOf(field.getKey()));
        Object value = field.getValue();
        if (rule.fields().contains(name)) {
            return !open(value);
        }
        return (rule.marked().contains(name) && marked(value)) || inside(value);
    }

    private static boolean open(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        return switch (value) {
            case String text -> SecrecyMark.isOpen(text);
            case List<?> list -> list.stream().allMatch(SecrecyCheck::open);
            case Map<?, ?> object -> object.values().stream().allMatch(SecrecyCheck::open);
            default -> false;
        };
    }

    private static boolean marked(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        return switch (value) {
            case String text -> SecrecyMark.marks(text);
            case List<?> list -> list.stream().anyMatch(SecrecyCheck::marked);
            case Map<?, ?> object -> object.values().stream().anyMatch(SecrecyCheck::marked);
            default -> false;
        };
    }

    private static String localName(String name) {
        String bare = name.startsWith("@") ? name.substring(1) : name;
        return bare.substring(bare.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
