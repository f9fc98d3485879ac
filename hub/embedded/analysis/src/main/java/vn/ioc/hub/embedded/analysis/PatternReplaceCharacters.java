// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.analysis;

import java.io.Reader;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.Strings;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/** Character filter {@code pattern_replace}: {@code pattern} (required), {@code flags}, {@code replacement} (empty unless given). */
final class PatternReplaceCharacters extends AbstractCharFilterFactory implements NormalizingCharFilterFactory {
    private final Pattern pattern;
    private final String replacement;

    PatternReplaceCharacters(String name, Settings settings) {
        super(name);
        String expression = settings.get("pattern");
        if (!Strings.hasLength(expression)) {
            throw new IllegalArgumentException(
                    "pattern is missing for [" + name + "] char filter of type 'pattern_replace'");
        }
        this.pattern = Regex.compile(expression, settings.get("flags"));
        this.replacement = settings.get("replacement", "");
    }

    @Override
    public Reader create(Reader characters) {
        return new PatternReplaceCharFilter(pattern, replacement, characters);
    }
}
