// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Samples as they must not be: cut off, with single bits turned, with values of other types. The same in every run. */
final class Damage {
    private static final int CUTS = 12;
    private static final int FLIPS = 40;
    private static final int MOST_PLACES = 80;
    private static final int WRONG_EACH = 3;
    private static final List<@Nullable Object> WRONG = Arrays.asList(
            null,
            "",
            "\u0000",
            true,
            -1L,
            Long.MAX_VALUE,
            new java.math.BigDecimal("1e40"),
            List.of(),
            List.of("a", "b"),
            Map.of("x", "y"),
            "9".repeat(300),
            "không phải số",
            "2025-02-30",
            "31/02/2025 25:61:00");

    private Damage() {}

    static List<byte[]> cut(byte[] sample) {
        List<byte[]> cut = new ArrayList<>();
        for (int i = 0; i < CUTS; i++) {
            cut.add(Arrays.copyOf(sample, (int) ((long) sample.length * i / CUTS)));
        }
        return cut;
    }

    static List<byte[]> flipped(byte[] sample) {
        Random random = new Random(sample.length);
        List<byte[]> flipped = new ArrayList<>();
        for (int i = 0; i < FLIPS && sample.length > 0; i++) {
            byte[] copy = sample.clone();
            int at = random.nextInt(copy.length);
            copy[at] = (byte) (copy[at] ^ (1 << random.nextInt(8)));
            flipped.add(copy);
        }
        return flipped;
    }

    /** The tree with one value at a time replaced by each kind of wrong one. */
    static List<Object> mistyped(@Nullable Object tree) {
        List<Object> all = new ArrayList<>();
        int leaves = leaves(tree);
        Random random = new Random(leaves);
        for (int n = 0; n < Math.min(leaves, MOST_PLACES); n++) {
            int leaf = leaves <= MOST_PLACES ? n : random.nextInt(leaves);
            for (int i = 0; i < WRONG_EACH; i++) {
                Object wrong = WRONG.get(random.nextInt(WRONG.size()));
                Object copy = replaced(tree, new int[] {leaf}, wrong);
                if (copy != null) {
                    all.add(copy);
                }
            }
        }
        return all;
    }

    private static int leaves(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> object) {
            return 1 + object.values().stream().mapToInt(Damage::leaves).sum();
        }
        return tree instanceof List<?> list
                ? 1 + list.stream().mapToInt(Damage::leaves).sum()
                : 1;
    }

    /** @param at counts down over the nodes; the one at zero is replaced */
    private static @Nullable Object replaced(@Nullable Object tree, int[] at, @Nullable Object wrong) {
        if (at[0]-- == 0) {
            return wrong;
        }
        if (tree instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            object.forEach((name, value) -> copy.put(String.valueOf(name), replaced(value, at, wrong)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(value -> copy.add(replaced(value, at, wrong)));
            return copy;
        }
        return tree;
    }
}
