// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** {@code asciifolding}: letters without their accents, đ included; with {@code preserve_original} the accented form too. */
final class AsciiFolding extends AbstractTokenFilterFactory implements NormalizingTokenFilterFactory {
    private final boolean preserveOriginal;

    AsciiFolding(String name, Settings settings) {
        this(name, settings.getAsBoolean("preserve_original", false));
    }

    private AsciiFolding(String name, boolean preserveOriginal) {
        super(name);
        this.preserveOriginal = preserveOriginal;
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return new ASCIIFoldingFilter(tokens, preserveOriginal);
    }

    /** A normalised term is one term: the original is never kept here. */
    @Override
    public TokenStream normalize(TokenStream tokens) {
        return new ASCIIFoldingFilter(tokens);
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        return preserveOriginal ? new AsciiFolding(name(), false) : this;
    }
}
