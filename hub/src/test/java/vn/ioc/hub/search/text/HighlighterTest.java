// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class HighlighterTest {
    private static final QueryReader READER = new QueryReader();

    @Test
    void marksTheAccentedOriginal() {
        assertThat(fragments("tra giac dat", "Xã Trà Giác: đất lâm nghiệp"))
                .containsExactly("Xã <em>Trà</em> <em>Giác</em>: <em>đất</em> lâm nghiệp");
    }

    @Test
    void accentsThatWereTypedAreMarkedBeforeOthers() {
        assertThat(fragments("Dơn", "Trà Don, Trà Dơn")).containsExactly("Trà Don, Trà <em>Dơn</em>");
        assertThat(fragments("Dơn", "Trà Don")).containsExactly("Trà <em>Don</em>");
    }

    @Test
    void tonePlacementStaysAsWritten() {
        assertThat(fragments("hòa bình", "Hoà Bình")).containsExactly("<em>Hoà</em> <em>Bình</em>");
    }

    @Test
    void marksOtherSpellingsAndWholeCodes() {
        assertThat(fragments("UBND", "Ủy ban nhân dân xã")).containsExactly("<em>Ủy ban nhân dân</em> xã");
        assertThat(fragments("45/QĐ-UBND", "Quyết định số 45/QĐ-UBND, 145/QĐ-UBND"))
                .containsExactly("Quyết định số <em>45/QĐ-UBND</em>, 145/QĐ-UBND");
    }

    @Test
    void aLongTextIsCutAroundItsMatches() {
        String text = "không liên quan ".repeat(50) + "đất lâm nghiệp " + "không liên quan ".repeat(50);
        assertThat(fragments("lâm nghiệp", text))
                .singleElement()
                .satisfies(fragment -> assertThat(fragment)
                        .contains("<em>lâm</em> <em>nghiệp</em>")
                        .hasSizeLessThan(260));
    }

    @Test
    void markupOfTheTextIsNoMarkup() {
        assertThat(fragments("đất", "<script>alert('đất')</script>"))
                .containsExactly("&lt;script&gt;alert(&#39;<em>đất</em>&#39;)&lt;/script&gt;");
    }

    @Property
    void withoutItsMarksAFragmentIsEscapedText(@ForAll String query, @ForAll String text) {
        fragments(query, text + " " + query)
                .forEach(f ->
                        assertThat(f.replace("<em>", "").replace("</em>", "")).doesNotContain("<", ">"));
    }

    private static List<String> fragments(String query, String text) {
        return new Highlighter(READER.read(query)).fragments(text);
    }
}
