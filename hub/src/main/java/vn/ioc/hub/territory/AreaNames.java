// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ioc.schema.VietnameseText;

/**
 * Finds area names in running text: whole words, accents exact, case and tone placement free, the longest name first, so
 * that "Nam Trà My" is never "Trà My".
 */
final class AreaNames {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern BREAK = Pattern.compile("[^\\s'’-]");

    private final Map<List<String>, List<Area>> byName = new HashMap<>();
    private final int longest;

    AreaNames(Collection<Area> areas) {
        int max = 0;
        for (Area area : areas) {
            List<String> words = words(area.name()).stream().map(Word::text).toList();
            if (!words.isEmpty()) {
                byName.computeIfAbsent(words, w -> new ArrayList<>()).add(area);
                max = Math.max(max, words.size());
            }
        }
        longest = max;
    }

    /**
     * A place in the text that reads like a name.
     *
     * @param areas all areas of that name
     * @param exact those among them whose full name, kind included, is written there
     */
    record Match(int start, int length, List<Area> areas, List<Area> exact) {}

    /** Matches that do not overlap, longest first. */
    List<Match> find(String text) {
        List<Word> words = words(text);
        List<Match> all = new ArrayList<>();
        for (int start = 0; start < words.size(); start++) {
            List<String> name = new ArrayList<>();
            for (int end = start; end < words.size() && name.size() < longest; end++) {
                if (end > start && words.get(end).breaks()) {
                    break;
                }
                name.add(words.get(end).text());
                List<Area> areas = byName.get(name);
                if (areas != null) {
                    all.add(match(words, start, name.size(), areas));
                }
            }
        }
        all.sort(Comparator.comparingInt((Match m) -> -m.length()).thenComparingInt(Match::start));
        List<Match> kept = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (Match match : all) {
            List<Integer> positions = java.util.stream.IntStream.range(match.start(), match.start() + match.length())
                    .boxed()
                    .toList();
            if (positions.stream().noneMatch(taken::contains)) {
                taken.addAll(positions);
                kept.add(match);
            }
        }
        return kept;
    }

    private static Match match(List<Word> words, int start, int length, List<Area> areas) {
        List<Area> exact = areas.stream()
                .filter(area -> {
                    List<String> full =
                            words(area.fullName()).stream().map(Word::text).toList();
                    int before = full.size() - length;
                    return before > 0
                            && start >= before
                            && words.subList(start - before, start + length).stream()
                                    .map(Word::text)
                                    .toList()
                                    .equals(full)
                            && words.subList(start - before + 1, start + 1).stream()
                                    .noneMatch(Word::breaks);
                })
                .toList();
        return new Match(start, length, areas, exact);
    }

    /** @param breaks whether something that ends a phrase, such as a comma, stands before the word */
    private record Word(String text, boolean breaks) {}

    private static List<Word> words(String text) {
        String comparable = VietnameseText.comparable(text);
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(comparable);
        int last = 0;
        while (matcher.find()) {
            String between = comparable.substring(last, matcher.start());
            words.add(new Word(matcher.group(), BREAK.matcher(between).find()));
            last = matcher.end();
        }
        return words;
    }
}
