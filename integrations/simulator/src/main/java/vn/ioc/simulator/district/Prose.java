// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One hand-written block: words in its head, and named texts with places to fill.
 *
 * <p>{@code {commune}} is replaced by a given word, {@code {3..20}} by a number thrown from that range.
 */
public record Prose(List<String> head, Map<String, String> texts) {
    private static final Pattern HOLE = Pattern.compile("\\{([a-z]+|(\\d+)\\.\\.(\\d+))}");

    public static List<Prose> read(String resource) {
        List<Prose> blocks = new ArrayList<>();
        for (String line : Resource.lines(resource)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                List<String> head = List.of(line.substring(1, line.indexOf(']')).split(" +"));
                blocks.add(new Prose(head, new LinkedHashMap<>()));
                continue;
            }
            int colon = line.indexOf(": ");
            if (colon < 0 || blocks.isEmpty()) {
                throw new IllegalStateException(resource + ": not a text of a block: " + line);
            }
            blocks.getLast().texts().put(line.substring(0, colon), line.substring(colon + 2));
        }
        return List.copyOf(blocks);
    }

    public boolean has(String name) {
        return texts.containsKey(name);
    }

    /** The raw text, or null when the block has none of that name. */
    public @Nullable String find(String name) {
        return texts.get(name);
    }

    /** @throws IllegalStateException when the block has no such text or a hole has no word */
    public String fill(String name, Map<String, String> words, Dice dice) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("block " + head + " has no " + name);
        }
        Matcher hole = HOLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (hole.find()) {
            hole.appendReplacement(filled, Matcher.quoteReplacement(word(hole, words, dice)));
        }
        return hole.appendTail(filled).toString();
    }

    private String word(Matcher hole, Map<String, String> words, Dice dice) {
        if (hole.group(2) != null) {
            return Integer.toString(dice.between(Integer.parseInt(hole.group(2)), Integer.parseInt(hole.group(3))));
        }
        String word = words.get(hole.group(1));
        if (word == null) {
            throw new IllegalStateException("block " + head + ": no word for " + hole.group());
        }
        return word;
    }
}
