// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.search.index.IndexFields;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.hub.search.text.QueryUnit;
import vn.ioc.hub.search.text.SearchText;
import vn.ioc.hub.search.text.Titles;
import vn.ioc.hub.search.text.Token;
import vn.ioc.schema.RecordField.SearchAs;

/**
 * Compiles a read query: each of its units must be found somewhere in the record, its linked titles included; neighbouring
 * words side by side rank higher. Titles of linked records count only where the caller sees every such record.
 */
final class TextCompiler {
    /** All units of a short query must match, and most of a long one. */
    private static final String ENOUGH = "6<80%";

    private final SearchModel model;
    private final SearchText text;
    /** Text fields to look in, with what a match there weighs. */
    private final Map<String, Integer> fields = new LinkedHashMap<>();

    TextCompiler(SearchModel model, SearchText text, Rights rights) {
        this.model = model;
        this.text = text;
        for (SearchModel.Group group : model.groups()) {
            String words = group.as() == SearchAs.CODE ? IndexFields.WORDS : "";
            fields.put(group.field() + words, Tiers.weight(group.as()) * group.boost());
        }
        for (String sector : model.linkedSectors()) {
            for (String audience : model.audiences()) {
                if (ElasticPredicate.everywhere(rights, sector, audience)) {
                    fields.put(IndexFields.linked(sector, audience), Tiers.LINKED);
                }
            }
        }
    }

    /** The scoring part of the request. */
    Query compile() {
        if (text.blank()) {
            return Query.of(q -> q.matchAll(m -> m.boost(0f)));
        }
        if (text.units().isEmpty()) {
            return Query.of(q -> q.matchNone(m -> m));
        }
        List<Query> units = text.units().stream().map(this::unit).toList();
        BoolQuery.Builder bool = new BoolQuery.Builder();
        bool.must(m -> m.bool(b -> b.should(units).minimumShouldMatch(ENOUGH)));
        text.pairs().forEach(pair -> bool.should(row(pair, Tiers.PAIR, Tiers.PAIR_EXACT)));
        if (text.tokens().size() > 1) {
            bool.should(row(text.phrase(), Tiers.PHRASE, Tiers.PHRASE_EXACT));
        }
        Titles.whole(text.phrase()).stream()
                .findFirst()
                .ifPresent(title -> bool.should(term(IndexFields.WHOLE_TITLE, title, Tiers.WHOLE_TITLE)));
        return Query.of(q -> q.bool(bool.build()));
    }

    private Query unit(QueryUnit unit) {
        return switch (unit) {
            case QueryUnit.Words words -> words(words);
            case QueryUnit.Code code -> code(code);
            case QueryUnit.Concept concept -> {
                List<Query> ways = new ArrayList<>();
                List<Query> typed = concept.literal().stream().map(this::words).toList();
                ways.add(typed.size() == 1 ? typed.getFirst() : Query.of(q -> q.bool(b -> b.must(typed))));
                concept.spellings().forEach(s -> ways.add(best(inFields(s, concept.words()))));
                yield best(ways);
            }
        };
    }

    private Query words(QueryUnit.Words words) {
        List<Query> ways = new ArrayList<>(inFields(words.text(), words.tokens().size()));
        Token only = words.tokens().getFirst();
        if (words.tokens().size() == 1 && only.numeric()) {
            ways.addAll(codes(only.exact()));
        }
        return best(ways);
    }

    private Query code(QueryUnit.Code code) {
        List<Query> ways = new ArrayList<>(codes(code.token().exact()));
        if (code.loose()) {
            ways.addAll(inFields(code.token().exact(), 1));
        }
        return best(ways);
    }

    private List<Query> codes(String code) {
        List<Query> ways = new ArrayList<>();
        for (SearchModel.Group group : model.groups()) {
            if (group.as() == SearchAs.CODE) {
                ways.add(term(group.field(), code, Tiers.CODE + group.boost()));
                ways.add(term(group.field() + IndexFields.STARTS, code, Tiers.CODE_START + group.boost()));
            }
        }
        ways.add(term(IndexFields.CITED, code, Tiers.CITED));
        ways.add(term(IndexFields.CITED + IndexFields.STARTS, code, Tiers.CITED_START));
        return ways;
    }

    /** A word, or words side by side, in each field. @param words how many typed words it stands for */
    private List<Query> inFields(String row, int words) {
        List<Query> ways = new ArrayList<>();
        fields.forEach((field, weight) -> {
            ways.add(phrase(field + IndexFields.FOLDED, row, weight * words));
            if (text.accented()) {
                ways.add(phrase(field, row, (weight + Tiers.EXACT) * words));
            }
        });
        return ways;
    }

    /** A bonus for words in a row, wherever they stand. */
    private Query row(String row, int folded, int exact) {
        List<Query> ways = new ArrayList<>();
        fields.forEach((field, weight) -> {
            ways.add(phrase(field + IndexFields.FOLDED, row, folded + weight));
            if (text.accented()) {
                ways.add(phrase(field, row, folded + exact + weight));
            }
        });
        return best(ways);
    }

    private static Query phrase(String field, String text, int score) {
        return Query.of(q -> q.matchPhrase(m -> m.field(field).query(text).boost((float) score)));
    }

    private static Query term(String field, String value, int score) {
        return Query.of(q -> q.term(t -> t.field(field).value(value).boost((float) score)));
    }

    private static Query best(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : Query.of(q -> q.disMax(d -> d.queries(ways)));
    }
}
