// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueryReaderTest {
    private final QueryReader reader = new QueryReader();

    @Test
    void plainWordsAreUnitsOfTheirOwn() {
        assertThat(reader.read("tra giac dat lam nghiep").units())
                .hasSize(5)
                .allMatch(u -> u instanceof QueryUnit.Words);
    }

    @Test
    void wordsInNfdAreReadAsInNfc() {
        String nfd = Normalizer.normalize("Trà Đốc", Normalizer.Form.NFD);
        assertThat(reader.read(nfd)).isEqualTo(reader.read("Trà Đốc"));
    }

    @Test
    void tonePlacementDoesNotCount() {
        assertThat(reader.read("hoà bình thuỷ điện").tokens())
                .extracting(Token::exact)
                .containsExactly("hòa", "bình", "thủy", "điện");
    }

    @Test
    void aDocumentNumberIsOneCode() {
        assertThat(reader.read("Quyết định số 45/QĐ-UBND.").tokens())
                .filteredOn(Token::code)
                .extracting(Token::exact)
                .containsExactly("45/qđ-ubnd");
        assertThat(reader.read("000.00.53.H48-220921-0099").units())
                .singleElement()
                .isInstanceOf(QueryUnit.Code.class);
        assertThat(reader.read("45 / QĐ–UBND").units())
                .singleElement()
                .isEqualTo(reader.read("45/QĐ-UBND").units().getFirst());
    }

    @Test
    void threeSpellingsOfOneAbbreviationMeanTheSame() {
        for (String spelling :
                List.of("TNMT", "TN-MT", "TN&MT", "tnmt", "tn-mt", "Tài nguyên và Môi trường", "TN và MT")) {
            assertThat(spellings(spelling))
                    .as(spelling)
                    .contains("tn mt", "tnmt", "tn và mt", "tài nguyên và môi trường");
        }
    }

    @Test
    void theFullNameFindsTheAbbreviationWithAndWithoutAccents() {
        assertThat(spellings("uỷ ban nhân dân")).contains("ubnd", "ủy ban nhân dân");
        assertThat(spellings("uy ban nhan dan")).contains("ubnd");
        assertThat(reader.read("ủy bán nhân dân").units()).noneMatch(u -> u instanceof QueryUnit.Concept);
    }

    @Test
    void aColloquialNameFindsTheOfficialOne() {
        assertThat(spellings("bìa đỏ")).contains("giấy chứng nhận quyền sử dụng đất", "gcnqsdđ");
    }

    @Test
    void anAmbiguousAbbreviationStaysAsItIs() {
        assertThat(reader.read("TT").units()).singleElement().isInstanceOf(QueryUnit.Words.class);
        assertThat(reader.read("HĐ").units()).singleElement().isInstanceOf(QueryUnit.Words.class);
        assertThat(reader.read("TTTT").units()).singleElement().isInstanceOf(QueryUnit.Words.class);
    }

    @Test
    void whatFollowsDecidesAnAmbiguousAbbreviation() {
        assertThat(spellings("TT 01/2022")).containsExactlyInAnyOrder("tt", "thông tư");
        assertThat(spellings("TT Trà My")).containsExactlyInAnyOrder("tt", "thị trấn");
        assertThat(spellings("tb 12/TB-UBND")).containsExactlyInAnyOrder("tb", "thông báo");
    }

    @Test
    void smallLettersThatCouldBeASyllableAreNoAbbreviation() {
        assertThat(reader.read("ca").units()).singleElement().isInstanceOf(QueryUnit.Words.class);
        assertThat(reader.read("CA").units()).singleElement().isInstanceOf(QueryUnit.Concept.class);
        assertThat(reader.read("TINH HINH DA CU").units()).allMatch(u -> u instanceof QueryUnit.Words);
    }

    @Test
    void nothingButPunctuationAsksForNothing() {
        assertThat(reader.read("?!").units()).isEmpty();
        assertThat(reader.read("?!").blank()).isFalse();
        assertThat(reader.read("  ").blank()).isTrue();
        assertThat(reader.read("\"* OR uid:*\"").units()).hasSize(2);
    }

    private List<String> spellings(String query) {
        QueryUnit first = reader.read(query).units().getFirst();
        assertThat(first).as(query).isInstanceOf(QueryUnit.Concept.class);
        return ((QueryUnit.Concept) first).spellings();
    }
}
