// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of an item that a manifest takes, as names below names; lists count as their elements. Built once, then read. */
public final class Taken {
    private static final int MOST_NAMES = 200;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.@#:-]{1,120}");

    private final Map<String, Taken> below = new TreeMap<>();
    private boolean whole;

    Taken child(String name) {
        return below.computeIfAbsent(name, n -> new Taken());
    }

    void takeWhole() {
        whole = true;
    }

    /** Whether everything here is taken. */
    public boolean isWhole() {
        return whole;
    }

    /** The tree without what is not taken. */
    public @Nullable Object cut(@Nullable Object tree) {
        if (whole || tree == null) {
            return tree;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> shorter = new ArrayList<>(list.size());
            list.forEach(element -> shorter.add(cut(element)));
            return shorter;
        }
        if (tree instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> smaller = new LinkedHashMap<>();
            object.forEach((name, value) -> {
                Taken child = below.get(String.valueOf(name));
                if (child != null) {
                    smaller.put(String.valueOf(name), child.cut(value));
                }
            });
            return smaller;
        }
        return null;
    }

    /** The tree with every value that is taken here veiled; names, shape and what is empty stay to be seen. */
    @Nullable
    Object veil(@Nullable Object tree, String veil) {
        if (tree instanceof List<?> list) {
            List<@Nullable Object> veiled = new ArrayList<>(list.size());
            list.forEach(element -> veiled.add(veil(element, veil)));
            return veiled;
        }
        if (tree instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> veiled = new LinkedHashMap<>();
            object.forEach((key, value) -> {
                Taken child = whole ? this : below.get(String.valueOf(key));
                veiled.put(String.valueOf(key), child == null ? value : child.veil(value, veil));
            });
            return veiled;
        }
        return whole && tree != null ? veil : tree;
    }

    /** Counts the names that are not taken, joined by dots, at most 200 different ones; values are never looked at. */
    public void countOthers(@Nullable Object tree, Map<String, Long> counts) {
        countOthers(tree, "", counts);
    }

    private void countOthers(@Nullable Object tree, String prefix, Map<String, Long> counts) {
        if (whole) {
            return;
        }
        if (tree instanceof List<?> list) {
            list.forEach(element -> countOthers(element, prefix, counts));
        } else if (tree instanceof Map<?, ?> object) {
            object.forEach((key, value) -> {
                String name = String.valueOf(key);
                Taken child = below.get(name);
                if (child != null) {
                    child.countOthers(value, prefix + name + ".", counts);
                } else {
                    count(prefix + name, counts);
                }
            });
        }
    }

    private static void count(String name, Map<String, Long> counts) {
        String plain = PLAIN.matcher(name).matches() ? name : "?";
        if (counts.containsKey(plain) || counts.size() < MOST_NAMES) {
            counts.merge(plain, 1L, Long::sum);
        }
    }

    /** The paths that are taken, sorted, e.g. {@code header.Subject}. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        collect("", paths);
        return paths;
    }

    private void collect(String prefix, List<String> paths) {
        if (whole) {
            paths.add(prefix.isEmpty() ? "@" : prefix);
            return;
        }
        below.forEach((name, child) -> child.collect(prefix.isEmpty() ? name : prefix + "." + name, paths));
    }
}
