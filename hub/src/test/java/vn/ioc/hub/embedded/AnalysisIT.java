// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.analysis.CharFilterDefinition;
import co.elastic.clients.elasticsearch._types.analysis.TokenFilterDefinition;
import co.elastic.clients.elasticsearch.indices.analyze.AnalyzeToken;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The analysis components that the embedded index gets from our plugin, by the names of a full Elasticsearch. */
final class AnalysisIT {
    @BeforeEach
    void wipe() {
        Stores.wipeIndices();
    }

    @Test
    void foldsVietnameseLettersAndTheBarredD() throws IOException {
        assertThat(tokens("Trà Đốc", "standard", "lowercase", "asciifolding")).containsExactly("tra", "doc");
        assertThat(tokens("Ứng Hoà, Nguyễn", "standard", "lowercase", "asciifolding"))
                .containsExactly("ung", "hoa", "nguyen");
    }

    @Test
    void keepsTheAccentedWordBesideTheFoldedOneWhenAsked() throws IOException {
        assertThat(tokens("Giác", TokenFilterDefinition.of(f -> f.asciifolding(a -> a.preserveOriginal(true)))))
                .containsExactly("Giac", "Giác");
    }

    @Test
    void cutsBeginningsOfWords() throws IOException {
        TokenFilterDefinition beginnings =
                TokenFilterDefinition.of(f -> f.edgeNgram(e -> e.minGram(2).maxGram(4)));
        assertThat(tokens("hoàn", beginnings)).containsExactly("ho", "hoà", "hoàn");

        TokenFilterDefinition whole = TokenFilterDefinition.of(
                f -> f.edgeNgram(e -> e.minGram(1).maxGram(2).preserveOriginal(true)));
        assertThat(tokens("xã hội", whole)).containsExactly("x", "xã", "h", "hộ", "hội");
    }

    @Test
    void joinsNeighbours() throws IOException {
        TokenFilterDefinition pairs = TokenFilterDefinition.of(
                f -> f.shingle(s -> s.minShingleSize(2).maxShingleSize(2).outputUnigrams(false)));
        assertThat(tokens("đất lâm nghiệp", pairs)).containsExactly("đất lâm", "lâm nghiệp");
    }

    @Test
    void measuresAndCutsWords() throws IOException {
        assertThat(tokens(
                        "a ba xyz",
                        TokenFilterDefinition.of(f -> f.length(l -> l.min(2).max(2)))))
                .containsExactly("ba");
        assertThat(tokens("quyết định", TokenFilterDefinition.of(f -> f.truncate(t -> t.length(3)))))
                .containsExactly("quy", "địn");
    }

    @Test
    void replacesCharactersBeforeWordsAreCut() throws IOException {
        CharFilterDefinition signs =
                CharFilterDefinition.of(c -> c.mapping(m -> m.mappings("/ => -", "\\u0026 => va")));
        assertThat(characters("87/TNMT & x", "keyword", signs)).containsExactly("87-TNMT va x");

        CharFilterDefinition dots = CharFilterDefinition.of(
                c -> c.patternReplace(p -> p.pattern("(\\d)\\.(\\d)").replacement("$1$2")));
        assertThat(characters("1.000 ha", "whitespace", dots)).containsExactly("1000", "ha");
    }

    @Test
    void saysWhatASettingMayNotBe() {
        assertThatThrownBy(() -> tokens("x", TokenFilterDefinition.of(f -> f.truncate(t -> t))))
                .isInstanceOf(ElasticsearchException.class);
    }

    @Test
    void takesAnIndexWhoseSettingsNameTheComponents() throws IOException {
        Stores.elasticsearchClient()
                .indices()
                .create(create -> create.index("words")
                        .settings(s -> s.analysis(a -> a.filter(
                                        "begin",
                                        f -> f.definition(d ->
                                                d.edgeNgram(e -> e.minGram(1).maxGram(5))))
                                .normalizer("plain", n -> n.custom(c -> c.filter("lowercase", "asciifolding")))
                                .analyzer(
                                        "starts",
                                        x -> x.custom(c -> c.tokenizer("standard")
                                                .filter("lowercase", "asciifolding", "begin"))))));

        assertThat(Stores.elasticsearchClient()
                        .indices()
                        .analyze(q -> q.index("words").analyzer("starts").text("Đắk"))
                        .tokens())
                .extracting(AnalyzeToken::token)
                .containsExactly("d", "da", "dak");
        assertThat(Stores.elasticsearchClient()
                        .indices()
                        .analyze(q -> q.index("words").normalizer("plain").text("Trà ĐỐC"))
                        .tokens())
                .extracting(AnalyzeToken::token)
                .containsExactly("tra doc");
    }

    private static List<String> tokens(String text, String tokenizer, String... filters) throws IOException {
        return Stores.elasticsearchClient()
                .indices()
                .analyze(q -> {
                    q.tokenizer(t -> t.name(tokenizer)).text(text);
                    for (String filter : filters) {
                        q.filter(f -> f.name(filter));
                    }
                    return q;
                })
                .tokens()
                .stream()
                .map(AnalyzeToken::token)
                .toList();
    }

    private static List<String> tokens(String text, TokenFilterDefinition filter) throws IOException {
        return Stores.elasticsearchClient()
                .indices()
                .analyze(q -> q.tokenizer(t -> t.name("standard"))
                        .filter(f -> f.definition(filter))
                        .text(text))
                .tokens()
                .stream()
                .map(AnalyzeToken::token)
                .toList();
    }

    private static List<String> characters(String text, String tokenizer, CharFilterDefinition filter)
            throws IOException {
        return Stores.elasticsearchClient()
                .indices()
                .analyze(q -> q.tokenizer(t -> t.name(tokenizer))
                        .charFilter(f -> f.definition(filter))
                        .text(text))
                .tokens()
                .stream()
                .map(AnalyzeToken::token)
                .toList();
    }
}
