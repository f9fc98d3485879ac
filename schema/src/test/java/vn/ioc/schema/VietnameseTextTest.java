// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class VietnameseTextTest {
    @Test
    void putsTheToneOfOpenSyllablesInOnePlace() {
        assertThat(VietnameseText.comparable("Hoà Vang")).isEqualTo(VietnameseText.comparable("hòa vang"));
        assertThat(VietnameseText.comparable("Uỷ ban")).isEqualTo(VietnameseText.comparable("Ủy ban"));
        assertThat(VietnameseText.comparable("thuỷ điện")).isEqualTo("thủy điện");
        assertThat(VietnameseText.comparable("toàn quý")).isEqualTo("toàn quý");
    }

    @Test
    void foldsAccentsAndStroke() {
        assertThat(VietnameseText.folded("Trà Đốc")).isEqualTo("tra doc");
        assertThat(VietnameseText.folded(Normalizer.normalize("Trà Đốc", Normalizer.Form.NFD)))
                .isEqualTo("tra doc");
    }

    @Property
    void comparableIsTheSameForBothCompositionsAndIdempotent(@ForAll String text) {
        String once = VietnameseText.comparable(text);
        assertThat(VietnameseText.comparable(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(VietnameseText.comparable(Normalizer.normalize(text, Normalizer.Form.NFC)));
        assertThat(Normalizer.isNormalized(VietnameseText.nfc(once), Normalizer.Form.NFC))
                .isTrue();
    }
}
