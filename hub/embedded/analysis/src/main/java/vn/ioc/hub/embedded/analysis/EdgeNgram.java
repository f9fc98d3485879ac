// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/**
 * {@code edge_ngram}: the first {@code min_gram} to {@code max_gram} characters of each token (1 to 2 unless given),
 * counted from its end with {@code side: back}, and the whole token with {@code preserve_original}.
 */
final class EdgeNgram extends AbstractTokenFilterFactory {
    private final int shortest;
    private final int longest;
    private final boolean fromTheEnd;
    private final boolean preserveOriginal;

    EdgeNgram(String name, Settings settings) {
        super(name);
        this.shortest = settings.getAsInt("min_gram", 1);
        this.longest = settings.getAsInt("max_gram", 2);
        this.fromTheEnd = isBack(settings.get("side", "front"));
        this.preserveOriginal = settings.getAsBoolean("preserve_original", false);
    }

    private static boolean isBack(String side) {
        return switch (side) {
            case "front" -> false;
            case "back" -> true;
            default -> throw new IllegalArgumentException("invalid side: " + side);
        };
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        TokenStream read = fromTheEnd ? new ReverseStringFilter(tokens) : tokens;
        TokenStream grams = new EdgeNGramTokenFilter(read, shortest, longest, preserveOriginal);
        return fromTheEnd ? new ReverseStringFilter(grams) : grams;
    }

    @Override
    public boolean breaksFastVectorHighlighter() {
        return true;
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        throw new IllegalArgumentException("Token filter [" + name() + "] cannot be used to parse synonyms");
    }
}
