// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import vn.ioc.schema.VietnameseText;

/**
 * Abbreviations and colloquial names of Vietnamese administration. Applied to queries only, so that the index need not be
 * rebuilt when a row changes. An ambiguous abbreviation is expanded only where what follows it decides.
 */
final class Lexicon {
    /** Spellings by the folded first word, longest first. */
    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    /** @param before what must follow; empty = anything */
    private record Entry(Spelling spelling, Optional<Spelling.Before> before, List<String> spellings) {}

    /** @param length tokens that the recognised spelling takes; @param spellings all ways to write it */
    record Found(int length, List<String> spellings) {}

    private Lexicon() {}

    /** The lexicon that ships with the hub. */
    static Lexicon shipped() {
        Lexicon lexicon = new Lexicon();
        List<LexiconRow> rows = LexiconRow.shipped();
        List<CSVRecord> synonyms = LexiconRow.rows("vi_synonyms.csv");
        lexicon.concepts(rows, synonyms).values().forEach(lexicon::add);
        rows.stream()
                .filter(row -> row.domain().equals("doctype"))
                .forEach(row -> row.abbreviations()
                        .forEach(a -> lexicon.add(
                                a, Spelling.Before.NUMBER, row.expansions().getFirst())));
        synonyms.stream()
                .filter(row -> !row.get("before").isEmpty())
                .forEach(row -> lexicon.add(
                        row.get("spelling"), Spelling.Before.valueOf(row.get("before")), row.get("expansion")));
        lexicon.byFirstWord
                .values()
                .forEach(entries -> entries.sort(
                        Comparator.comparing((Entry e) -> e.before().isEmpty())
                                .thenComparing(e -> -e.spelling().tokens().size())));
        return lexicon;
    }

    /** The spelling that stands at a position of a query; one decided by what follows first, then the longest. */
    Optional<Found> at(List<Token> query, int from, boolean shouting) {
        for (Entry entry : byFirstWord.getOrDefault(query.get(from).folded(), List.of())) {
            int length = entry.spelling().tokens().size();
            boolean here = entry.before()
                    .map(before -> follows(query, from + length, before)
                            && entry.spelling().text().equals(query.get(from).exact()))
                    .orElseGet(() -> entry.spelling().stands(query, from, shouting));
            if (here) {
                return Optional.of(new Found(length, entry.spellings()));
            }
        }
        return Optional.empty();
    }

    private static boolean follows(List<Token> query, int at, Spelling.Before before) {
        return at < query.size()
                && Spelling.Before.of(query.get(at)).filter(before::equals).isPresent();
    }

    private Map<String, Set<Spelling>> concepts(List<LexiconRow> rows, List<CSVRecord> synonyms) {
        Map<String, Set<String>> meanings = new HashMap<>();
        rows.forEach(row -> written(row)
                .forEach(a ->
                        meanings.computeIfAbsent(a, k -> new LinkedHashSet<>()).addAll(row.expansions())));
        Map<String, Set<Spelling>> concepts = new LinkedHashMap<>();
        for (LexiconRow row : rows) {
            Set<Spelling> concept = concepts.computeIfAbsent(row.expansions().getFirst(), Lexicon::concept);
            Spelling.Kind kind = row.inCase() ? Spelling.Kind.ABBREVIATION_IN_CASE : Spelling.Kind.ABBREVIATION;
            for (String abbreviation : written(row)) {
                if (!row.ambiguous()
                        && meanings.getOrDefault(abbreviation, Set.of()).size() == 1) {
                    concept.add(new Spelling(Tokens.words(abbreviation), kind));
                }
            }
        }
        synonyms.stream()
                .filter(row -> row.get("before").isEmpty())
                .forEach(row -> concepts.computeIfAbsent(row.get("expansion"), Lexicon::concept)
                        .add(Spelling.phrase(row.get("spelling"))));
        return concepts;
    }

    private static Set<Spelling> concept(String expansion) {
        Set<Spelling> spellings = new LinkedHashSet<>();
        spellings.add(Spelling.phrase(expansion));
        return spellings;
    }

    /** As written, and its letters run together: {@code TN-MT} is also {@code TNMT}. */
    private static List<String> written(LexiconRow row) {
        List<String> written = new ArrayList<>(row.abbreviations());
        row.abbreviations().stream()
                .filter(a -> a.indexOf(' ') < 0)
                .map(a -> a.replaceAll("[^\\p{L}\\p{N}]", ""))
                .filter(a -> !written.contains(a))
                .forEach(written::add);
        return written.stream().distinct().toList();
    }

    private void add(Set<Spelling> concept) {
        List<String> texts = concept.stream().map(Spelling::text).distinct().toList();
        if (texts.size() > 1) {
            concept.stream()
                    .filter(s -> s.kind() != Spelling.Kind.PHRASE || s.tokens().size() > 1)
                    .forEach(s -> add(new Entry(s, Optional.empty(), texts)));
        }
    }

    private void add(String spelling, Spelling.Before before, String expansion) {
        Spelling abbreviation = new Spelling(Tokens.words(spelling), Spelling.Kind.ABBREVIATION);
        List<String> texts =
                List.of(abbreviation.text(), Spelling.phrase(expansion).text());
        add(new Entry(abbreviation, Optional.of(before), texts));
        String folded = VietnameseText.folded(spelling);
        if (!folded.equals(abbreviation.text())) {
            Spelling bare = new Spelling(Tokens.words(folded), Spelling.Kind.ABBREVIATION);
            add(new Entry(bare, Optional.of(before), texts));
        }
    }

    private void add(Entry entry) {
        String first = entry.spelling().tokens().getFirst().folded();
        byFirstWord.computeIfAbsent(first, k -> new ArrayList<>()).add(entry);
    }
}
