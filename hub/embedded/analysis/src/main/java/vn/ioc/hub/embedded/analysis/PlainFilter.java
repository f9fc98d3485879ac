// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;

/** Token filters that are one Lucene class and one or two numbers. */
final class PlainFilter extends AbstractTokenFilterFactory {
    private final UnaryOperator<TokenStream> filter;

    private PlainFilter(String name, UnaryOperator<TokenStream> filter) {
        super(name);
        this.filter = filter;
    }

    /** {@code length}: keeps tokens of {@code min} (0) to {@code max} (no limit) characters. */
    static PlainFilter length(String name, Settings settings) {
        int min = settings.getAsInt("min", 0);
        int max = settings.getAsInt("max", Integer.MAX_VALUE);
        return new PlainFilter(name, tokens -> new LengthFilter(tokens, min, max));
    }

    /** {@code truncate}: cuts tokens at {@code length} characters, which must be given. */
    static PlainFilter truncate(String name, Settings settings) {
        int length = settings.getAsInt("length", -1);
        if (length <= 0) {
            throw new IllegalArgumentException("length parameter must be provided");
        }
        return new PlainFilter(name, tokens -> new TruncateTokenFilter(tokens, length));
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return filter.apply(tokens);
    }
}
