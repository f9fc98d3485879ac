// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class CodesTest {
    @Test
    void aCodeIsFoundByItsStartsAtJointsOnly() {
        assertThat(Codes.starts("01/2022/TT-BTTTT"))
                .contains("01", "01/2022", "01/2022/tt")
                .doesNotContain("01/20");
        assertThat(Codes.spellings("45/QĐ-UBND")).containsExactly("45/qđ-ubnd", "45/qd-ubnd");
    }

    @Test
    void textCitesCodesAndDays() {
        assertThat(Codes.cited("Công văn số 87/TNMT ngày 19/05/2022, (45 /QĐ–UBND); tổ 3."))
                .containsExactly("87/TNMT", "19/05/2022", "45/QĐ-UBND");
        assertThat(Codes.normalized("19/05/2022")).isEqualTo(Codes.normalized("19/5/2022"));
    }

    @Property
    void normalizingTwiceIsNormalizingOnce(@ForAll String any) {
        assertThat(Codes.normalized(Codes.normalized(any))).isEqualTo(Codes.normalized(any));
    }

    @Property
    void whatTextCitesIsReadAsTheSameCodeInAQuery(@ForAll String any) {
        Codes.cited(any).forEach(code -> assertThat(Tokens.of(code)).contains(Token.code(code)));
    }
}
