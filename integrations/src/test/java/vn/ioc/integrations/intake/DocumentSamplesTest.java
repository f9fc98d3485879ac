// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.schema.VietnameseText;

/** The packages that another hand wrote. */
final class DocumentSamplesTest {
    private static Batch read(String file) throws IOException {
        Batch batch = new Batch();
        byte[] bytes = Files.readAllBytes(Sources.BUILT_IN.resolve("qoffice/samples/" + file));
        Sources.intake("qoffice", "packages")
                .document(bytes, new Intake.At("file 1", Instant.parse("2026-06-30T00:00:00Z"), 1), batch);
        return batch;
    }

    private static Change change(String file) throws IOException {
        Batch batch = read(file);
        assertThat(batch.rejections()).isEmpty();
        assertThat(batch.changes()).hasSize(1);
        return batch.changes().getFirst();
    }

    @Test
    void theCommonShape() throws IOException {
        Change letter = change("01-new-letter.edxml");
        assertThat(letter.key()).isEqualTo(new RecordKey("Document", "000.03.15.H47,2022/05/19,87/TNMT"));
        assertThat(letter.audience()).isEqualTo("INTERNAL");
        assertThat(letter.version())
                .isEqualTo(Instant.parse("2022-05-19T02:41:07Z").toEpochMilli());
        assertThat(letter.values())
                .containsEntry("number", "87/TNMT")
                .containsEntry("issuedOn", LocalDate.of(2022, 5, 19))
                .containsEntry("dueOn", LocalDate.of(2022, 5, 31))
                .containsEntry("documentType", "Công văn")
                .containsEntry("pages", 2L)
                .containsEntry("attachments", List.of("87_TNMT_signed.pdf"));
        assertThat(letter.links().get("recipients"))
                .containsExactly(
                        new RecordKey("Organization", "000.00.15.H47"), new RecordKey("Organization", "000.27.15.H47"));
        assertThat(letter.flags()).isEmpty();
    }

    @Test
    void decomposedTextIsComposedAndTheSecondFormOfACodeStaysAsItCame() throws IOException {
        Change decision = change("02-decision-nfd.edxml");
        assertThat(decision.key().key()).isEqualTo("H47.15,2023/03/02,1204/QĐ-UBND");
        assertThat(decision.links().get("issuer")).containsExactly(new RecordKey("Organization", "H47.15"));
        assertThat(decision.links().get("respondsTo"))
                .containsExactly(new RecordKey("Document", "000.24.15.H47,2023/02/21,15/TTr-UBND"));
        String subject = decision.values().get("subject").toString();
        assertThat(subject).isEqualTo(VietnameseText.nfc(subject)).startsWith("Phê duyệt phương án");
        assertThat(decision.values()).doesNotContainKey("content");
        assertThat(decision.version())
                .isEqualTo(Instant.parse("2023-03-02T09:03:10Z").toEpochMilli());
    }

    @Test
    void theOldFlatShapeReplacesAnEarlierPlan() throws IOException {
        Change plan = change("03-replace-flat.edxml");
        assertThat(plan.links().get("replaces"))
                .containsExactly(new RecordKey("Document", "000.00.15.H47,2022/11/08,340/KH-UBND"));
        assertThat(plan.links().get("updates")).isEmpty();
        assertThat(plan.links().get("revokes")).isEmpty();
    }

    @Test
    void theSyllableInRunningTextIsNoMark() throws IOException {
        assertThat(change("04-not-secret.edxml").values().get("subject").toString())
                .contains("mật độ");
    }

    @Test
    void markedPackagesLeaveANumberOnly() throws IOException {
        for (String file : List.of("05-secret-refuse.edxml", "06-secret-field-refuse.edxml")) {
            Batch batch = read(file);
            assertThat(batch.refused()).isEqualTo(1);
            assertThat(batch.outcomes()).isEmpty();
            assertThat(batch.unknownFields()).isEmpty();
        }
    }

    @Test
    void aStatusPackageIsNoDocument() throws IOException {
        Batch batch = read("07-status.edxml");
        assertThat(batch.excluded()).isEqualTo(1);
        assertThat(batch.outcomes()).isEmpty();
    }

    @Test
    void brokenAndHostilePackagesAreRejectedWithoutTheirContent() throws IOException {
        Rejected broken = read("08-broken.edxml").rejections().getFirst();
        assertThat(broken.reason()).isEqualTo(Rejected.Reason.UNREADABLE);
        assertThat(broken.message())
                .startsWith("is not well-formed XML at line 2, column ")
                .contains("260 bytes, hmac ");
        Rejected hostile = read("09-entity-attack.edxml").rejections().getFirst();
        assertThat(hostile.reason()).isEqualTo(Rejected.Reason.HOSTILE);
        for (Rejected rejected : List.of(broken, hostile)) {
            assertThat(rejected.body()).isEmpty();
            assertThat(rejected.key()).isEmpty();
            assertThat(rejected.toString()).doesNotContain("H47", "hostname", "Org");
        }
    }

    @Test
    void whatIsNotTakenIsCountedByName() throws IOException {
        assertThat(read("01-new-letter.edxml").unknownFields())
                .containsKeys("header.From.Email", "header.SignerInfo.Competence", "trace.Bussiness.StaffInfo")
                .doesNotContainKey("header.Subject");
    }
}
