// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.RecordKey;

/** Dossiers and mentions as another hand wrote them. */
final class ServiceSamplesTest {
    private static Batch read(String source, String stream, String sample) throws IOException {
        Batch batch = new Batch();
        byte[] bytes = Files.readAllBytes(Sources.BUILT_IN.resolve(source + "/samples/" + sample));
        Sources.intake(source, stream)
                .document(bytes, new Intake.At(sample, Instant.parse("2026-06-30T00:00:00Z"), 1), batch);
        return batch;
    }

    private static Map<RecordKey, Change> byKey(Batch batch) {
        assertThat(batch.rejections()).isEmpty();
        return batch.changes().stream().collect(Collectors.toMap(Change::key, change -> change));
    }

    @Test
    void ofAnApplicantOnlyAKeyedHashEnters() throws IOException {
        Batch batch = read("portal", "dossiers", "DongBoHoSoMC.json");
        assertThat(batch.changes().toString())
                .doesNotContain("Nguyễn Văn Thử", "049000000017", "0900000017", "Hồ Thị Ví Dụ", "4000000001");
        assertThat(batch.changes().stream().map(c -> c.key().type()).distinct()).containsExactly("Dossier", "Person");
        assertThat(batch.changes().stream().filter(c -> c.key().type().equals("Person")))
                .allSatisfy(person -> assertThat(person.audience()).isEqualTo("RESTRICTED"))
                .hasSize(1);
    }

    @Test
    void aDossierInTwoFormatsIsOneRecordOfOneProcedureAndOnePerson() throws IOException {
        RecordKey key = new RecordKey("Dossier", "000.00.15.H47-230105-0012");
        Change portal = byKey(read("portal", "dossiers", "DongBoHoSoMC.json")).get(key);
        Change igate = byKey(read("igate", "dossiers", "dossier.json")).get(key);
        for (String field : new String[] {"status", "level", "receivedAt", "dueAt", "endedAt", "daysLate"}) {
            assertThat(igate.values().get(field))
                    .as(field)
                    .isEqualTo(portal.values().get(field));
        }
        assertThat(igate.links()).isEqualTo(portal.links());
        assertThat(portal.values())
                .containsEntry("daysLate", -3L)
                .containsEntry("procedureSourceCode", "1.004193.000.00.00.H47");
    }

    @Test
    void aMentionIsWhereItsTopicsAreAndAnEditIsANewerVersion() throws IOException {
        Map<RecordKey, Change> mentions = byKey(read("reputa", "mentions", "search.json"));
        Change first = mentions.get(new RecordKey("Mention", "reputa/n-9001"));
        assertThat(first.places()).containsExactly(new PlaceClue.ByCode("pre-2025-07/515"));
        assertThat(first.links().get("organizations")).containsExactly(new RecordKey("Organization", "000.00.15.H47"));
        assertThat(mentions.get(new RecordKey("Mention", "reputa/n-9003"))
                        .links()
                        .get("duplicateOf"))
                .containsExactly(first.key());
        assertThat(mentions.get(new RecordKey("Mention", "reputa/f-9002")).values())
                .containsEntry("revision", 3L)
                .containsEntry("headline", "Đường lên Trà Bui lại sạt, bà con đi cẩn thận!");
    }

    @Test
    void whatItsHostTookDownIsGoneAndAuthorsNeverEnter() throws IOException {
        Batch batch = read("reputa", "mentions", "search.json");
        assertThat(byKey(batch).get(new RecordKey("Mention", "reputa/f-9004")).kind())
                .isEqualTo(Change.Kind.DELETE);
        assertThat(batch.changes().toString()).doesNotContain("Tác giả", "1990");
        assertThat(batch.unknownFields()).containsKeys("author_display_name", "author_gender", "author_year_of_birth");
    }
}
