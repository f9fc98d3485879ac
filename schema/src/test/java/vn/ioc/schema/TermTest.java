// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TermTest {
    private static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());

    @Test
    void isWhatADescriptionHasInBracketsAndBefore() {
        assertThat(Term.of("Citizens' petitions (phản ánh, kiến nghị), Smart Bắc Trà My."))
                .isEqualTo(new Term(Optional.of("Phản ánh, kiến nghị"), "Citizens' petitions"));
        assertThat(Term.of("An official document (văn bản) as exchanged."))
                .isEqualTo(new Term(Optional.of("Văn bản"), "Official document"));
        assertThat(Term.of("Height (in m), above the sea (mực nước)."))
                .as("brackets in English are no term")
                .isEqualTo(new Term(Optional.of("Mực nước"), "Height"));
        assertThat(Term.of("Water.")).isEqualTo(new Term(Optional.empty(), "Water"));
        assertThat(Term.of("")).isEqualTo(new Term(Optional.empty(), ""));
    }

    @Test
    void everySectorAndTypeHasOneInBothLanguages() {
        assertThat(MODEL.sectors())
                .allSatisfy(sector -> assertThat(MODEL.term("Sector", sector))
                        .hasValueSatisfying(
                                term -> assertThat(term.vietnamese()).isPresent()));
        assertThat(MODEL.types()).allSatisfy(type -> {
            assertThat(type.term().vietnamese()).as(type.name()).isPresent();
            assertThat(type.term().english()).as(type.name()).isNotEmpty();
        });
        assertThat(MODEL.term("Sector", "NONE")).isEmpty();
    }
}
