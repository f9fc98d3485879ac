// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.analysis;

import java.io.Reader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/**
 * Character filter {@code mapping}: replaces by the rules {@code from => to} of {@code mappings}, or of the file
 * {@code mappings_path}. Blanks around either side do not count; a backslash escapes itself, {@code n t r b f} and
 * {@code uXXXX}.
 */
final class MappedCharacters extends AbstractCharFilterFactory implements NormalizingCharFilterFactory {
    private static final Pattern RULE = Pattern.compile("(.*)\\s*=>\\s*(.*)\\s*$", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u\\p{XDigit}{4}|.)", Pattern.DOTALL);

    private final NormalizeCharMap rules;

    MappedCharacters(Environment environment, String name, Settings settings) {
        super(name);
        List<String> lines = Analysis.getWordList(environment, settings, "mappings");
        if (lines == null) {
            throw new IllegalArgumentException(
                    "mapping requires either `mappings` or `mappings_path` to be configured");
        }
        NormalizeCharMap.Builder builder = new NormalizeCharMap.Builder();
        lines.forEach(line -> add(builder, line));
        this.rules = builder.build();
    }

    private static void add(NormalizeCharMap.Builder builder, String line) {
        Matcher rule = RULE.matcher(line);
        if (!rule.matches()) {
            throw new IllegalArgumentException("Invalid Mapping Rule : [" + line + "]");
        }
        builder.add(unescape(rule.group(1).strip()), unescape(rule.group(2).strip()));
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
    }

    private static String character(String escaped) {
        return switch (escaped.charAt(0)) {
            case '\\' -> "\\";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'u' -> Character.toString(Integer.parseInt(escaped.substring(1), 16));
            default -> throw new IllegalArgumentException("Invalid escaped char in [\\" + escaped + "]");
        };
    }

    @Override
    public Reader create(Reader characters) {
        return new MappingCharFilter(rules, characters);
    }
}
