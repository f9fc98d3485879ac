// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import vn.ioc.hub.search.index.IndexFields;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.hub.search.text.SearchText;
import vn.ioc.hub.search.text.Titles;
import vn.ioc.hub.search.text.Token;
import vn.ioc.schema.RecordField.SearchAs;

/** Compiles what has been typed so far: its last word is a beginning, the words before it are whole. */
final class SuggestCompiler {
    /** The title begins as typed. */
    private static final int BEGINS = 32;
    /** A name. */
    private static final int NAMED = 16;

    private final SearchModel model;
    private final SearchText text;

    SuggestCompiler(SearchModel model, SearchText text) {
        this.model = model;
        this.text = text;
    }

    Query compile() {
        List<Token> tokens = text.tokens();
        BoolQuery.Builder bool = new BoolQuery.Builder();
        tokens.subList(0, tokens.size() - 1).forEach(token -> bool.must(word(token)));
        bool.must(beginning(tokens.getLast()));
        Titles.whole(text.phrase()).forEach(t -> bool.should(prefix(IndexFields.WHOLE_TITLE, t, BEGINS)));
        for (SearchModel.Group group : model.groups()) {
            if (group.as() == SearchAs.NAME) {
                bool.should(phrase(
                        group.field() + IndexFields.FOLDED, tokens.getFirst().folded(), NAMED));
            }
        }
        return Query.of(q -> q.bool(bool.build()));
    }

    private Query word(Token token) {
        List<Query> ways = new ArrayList<>();
        ways.add(phrase(IndexFields.SUGGEST + IndexFields.FOLDED, token.folded(), 1));
        if (text.accented()) {
            ways.add(phrase(IndexFields.SUGGEST, token.exact(), Tiers.EXACT));
        }
        return Query.of(q -> q.disMax(d -> d.queries(ways)));
    }

    private Query beginning(Token token) {
        List<Query> ways = new ArrayList<>();
        ways.add(prefix(IndexFields.SUGGEST + IndexFields.FOLDED, token.folded(), 1));
        if (text.accented()) {
            ways.add(prefix(IndexFields.SUGGEST, token.exact(), Tiers.EXACT));
        }
        if (token.numeric()) {
            for (SearchModel.Group group : model.groups()) {
                if (group.as() == SearchAs.CODE) {
                    ways.add(prefix(group.field(), token.exact(), Tiers.EXACT));
                }
            }
        }
        return Query.of(q -> q.disMax(d -> d.queries(ways)));
    }

    private static Query phrase(String field, String text, int score) {
        return Query.of(q -> q.matchPhrase(m -> m.field(field).query(text).boost((float) score)));
    }

    private static Query prefix(String field, String value, int score) {
        return Query.of(q -> q.prefix(p -> p.field(field).value(value).boost((float) score)));
    }
}
