// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.RecordKey;

/** The pages of petitions that another hand wrote. */
final class PetitionSamplesTest {
    private static final Batch BATCH = new Batch();

    @BeforeAll
    static void read() throws IOException {
        Intake intake = Sources.intake("smart-btm", "petitions");
        for (String page : List.of("page-1.json", "page-2.json")) {
            byte[] bytes = Files.readAllBytes(Sources.BUILT_IN.resolve("smart-btm/samples/" + page));
            intake.document(bytes, new Intake.At(page, Instant.parse("2026-06-30T00:00:00Z"), 1), BATCH);
        }
    }

    private static Change petition(String number) {
        return change("Petition", number);
    }

    private static Change reply(String number) {
        return change("Reply", number);
    }

    private static Change change(String type, String number) {
        return BATCH.changes().stream()
                .filter(c -> c.key().equals(new RecordKey(type, "smart-btm/" + number)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyItemBecomesAPetitionItsReplyAndItsSenderAndTheDenunciationIsRoutedOut() {
        assertThat(BATCH.rejections()).isEmpty();
        assertThat(BATCH.excluded()).isEqualTo(1);
        assertThat(BATCH.changes()).hasSize(15);
        assertThat(BATCH.changes()).noneMatch(c -> c.key().key().contains("1025"));
    }

    @Test
    void theAnswerCitesTheDocumentThatAnswers() {
        assertThat(petition("1021").links().get("answeringDocument"))
                .containsExactly(new RecordKey("Document", "000.03.15.H47,2022/05/19,87/TNMT"));
        assertThat(petition("1021").links().get("handler"))
                .containsExactly(new RecordKey("Organization", "000.03.15.H47"));
        assertThat(petition("1024").links().get("answeringDocument")).isEmpty();
    }

    @Test
    void theSenderIsTakenOutOfTheText() {
        assertThat(petition("1021").values().get("content").toString())
                .contains("[đã ẩn]")
                .doesNotContain("Thử", "0900", "931");
        assertThat(BATCH.changes().toString()).doesNotContain("Hồ Thị Thử", "0900 000 931");
    }

    @Test
    void dirtBecomesValues() {
        assertThat(petition("1022").values())
                .containsEntry("receivedAt", Instant.parse("2022-11-01T23:40:00Z"))
                .containsEntry("location", new GeoPoint(15.33, 108.05))
                .doesNotContainKeys("dueOn", "answer");
        assertThat(petition("1024").values())
                .containsEntry("location", new GeoPoint(15.3491, 108.2345))
                .containsEntry("dueOn", LocalDate.of(2023, 1, 19))
                .containsEntry("category", "3");
        assertThat(petition("1021").values()).containsEntry("rating", 5L);
    }

    @Test
    void anAnswerDatedBeforeThePetitionIsKeptAndFlagged() {
        assertThat(petition("1024").flags()).containsExactly("answeredNotBeforeReceived");
        assertThat(petition("1021").flags()).isEmpty();
    }

    @Test
    void theReplyDatedBeforeItsPetitionIsKeptAndFlaggedToo() {
        assertThat(reply("1024").flags()).containsExactly("answeredNotBeforeReceived");
        assertThat((Long) reply("1024").values().get("daysToAnswer")).isNegative();
        assertThat(reply("1021").values()).containsEntry("daysToAnswer", 6L).containsEntry("rating", 5L);
        assertThat(reply("1021").flags()).isEmpty();
        assertThat(reply("1022").kind()).isEqualTo(Change.Kind.DELETE);
    }

    @Test
    void unpublishedOnesAreInternal() {
        assertThat(petition("1021").audience()).isEqualTo("PUBLIC");
        assertThat(petition("1023").audience()).isEqualTo("INTERNAL");
    }

    @Test
    void thePlaceIsLookedForByNameWithinTheFormerDistrictThenByPoint() {
        assertThat(petition("1021").places())
                .containsExactly(
                        new PlaceClue.ByName("Thôn 1, xã Trà Giác", "515"),
                        new PlaceClue.ByPoint(new GeoPoint(15.26365, 108.18488)));
    }

    @Test
    void theSamePetitionOnTwoPagesIsTheSameChange() {
        List<String> hashes = BATCH.changes().stream()
                .filter(c -> c.key().equals(new RecordKey("Petition", "smart-btm/1023")))
                .map(Change::hash)
                .toList();
        assertThat(hashes).hasSize(2).containsOnly(hashes.getFirst());
    }
}
