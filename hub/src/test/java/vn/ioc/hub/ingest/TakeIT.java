// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ioc.hub.ingest.Hub.document;
import static vn.ioc.hub.ingest.Hub.organization;
import static vn.ioc.hub.ingest.Hub.petition;
import static vn.ioc.hub.territory.BacTraMy.now;
import static vn.ioc.hub.territory.BacTraMy.old;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.change.Graph;

/** What one page makes of the graph. */
final class TakeIT {
    private static final String P1 = "Petition:petitions/1";
    private Hub hub;

    @BeforeEach
    void empty() {
        hub = Hub.empty();
    }

    @Test
    void aRecordHasItsFieldsItsSortKeysAndWhatEveryRecordHas() {
        hub.take(Hub.areas());
        hub.take(petition("1")
                .code("20926")
                .value("address", "Thôn 1, xã Hoà Bình")
                .value("rating", 5L)
                .value("published", true)
                .value("location", new vn.ioc.integrations.change.GeoPoint(15.5, 111.5))
                .value("content", null)
                .flag("answeredInTime")
                .build());

        Map<String, Object> node = hub.node(P1);
        assertThat(node)
                .containsEntry("labels", List.of("Entity", "Petition"))
                .containsEntry("type", "Petition")
                .containsEntry("sector", "PETITIONS")
                .containsEntry("title", "Đất lâm nghiệp 1")
                .containsEntry("titleCmp", "đất lâm nghiệp 1")
                .containsEntry("subjectCmp", "đất lâm nghiệp 1")
                .containsEntry("addressCmp", "thôn 1, xã hòa bình")
                .containsEntry(
                        "receivedAt", Instant.parse("2024-05-01T02:00:00Z").atZone(ZoneOffset.UTC))
                .containsEntry("date", LocalDate.of(2024, 5, 1))
                .containsEntry("rating", 5L)
                .containsEntry("published", true)
                .containsEntry("placeKey", old("20926"))
                .containsEntry("placeNowKey", now("20923"))
                .containsEntry("audience", "INTERNAL")
                .containsEntry("flags", List.of("answeredInTime"))
                .containsEntry("source", "petitions")
                .containsEntry("version", 1L)
                .containsEntry("seq", hub.outbox.head())
                .containsKeys("titleSort", "subjectSort", "hash", "run", "updatedAt", "location")
                .doesNotContainKeys("content", "contentCmp", "placeClues");
        assertThat(hub.targets(P1, "IN_PLACE")).containsExactly(old("20926"));
        assertThat(hub.targets(P1, "IN_PLACE_NOW")).containsExactly(now("20923"));
    }

    @Test
    void anInstantLateAtNightIsDatedByTheLocalDay() {
        hub.take(petition("1")
                .value("receivedAt", Instant.parse("2024-05-01T18:00:00Z"))
                .build());

        assertThat(hub.node(P1)).containsEntry("date", LocalDate.of(2024, 5, 2));
    }

    @Test
    void aLinkThatComesEarlyMakesABarePlaceholderThatFillsInLater() {
        hub.take(petition("1").link("answeringDocument", "Document:d1").build());

        assertThat(hub.node("Document:d1")).isEqualTo(Map.of("uid", "Document:d1", "labels", List.of("Entity")));

        hub.take(document("d1").build());

        assertThat(hub.visible("Document:d1")).isTrue();
        assertThat(hub.targets(P1, "ANSWERED_BY")).containsExactly("Document:d1");
    }

    @Test
    void aRecordIsAPlaceholderUntilItsStreamsGiveWhatEachRecordOfItsTypeHas() {
        ChangeBuilder partial =
                Hub.change(Hub.OTHER, "Document:d1").value("documentId", "d1").value("signed", true);
        hub.take(partial.build());
        assertThat(hub.visible("Document:d1")).isFalse();

        hub.take(document("d1").build());
        assertThat(hub.visible("Document:d1")).isTrue();

        hub.take(document("d1").version(2).gone());
        assertThat(hub.visible("Document:d1"))
                .as("the other stream alone has no number and no subject")
                .isFalse();
    }

    @Test
    void ofRunsThatFoundNothingNewOnlyTheNewestAreKept() {
        hub.query(
                "UNWIND range(1, 300) AS i CREATE (r:SourceRun {id: 'old-' + i, source: 'petitions', stream: 'petitions', "
                        + "state: 'SUCCEEDED', startedAt: datetime('2024-01-01T00:00:00Z') + duration({minutes: i}), "
                        + "read: 5, changed: CASE WHEN i = 7 THEN 1 ELSE 0 END, unchanged: 5, stale: 0, rejected: 0, refused: 0, excluded: 0})");
        hub.query(
                "CREATE (:Checkpoint {stream: 'petitions/petitions', source: 'petitions', name: 'petitions', runs: 49})");
        hub.clock.set(java.time.Instant.parse("2024-01-02T00:00:00Z"));

        hub.graph.note(Hub.PETITIONS, "new", vn.ioc.integrations.change.Graph.RunState.STARTED, "");

        List<String> kept = hub.query("MATCH (r:SourceRun) RETURN r.id AS id ORDER BY r.startedAt").stream()
                .map(r -> r.get("id").asString())
                .toList();
        assertThat(kept)
                .as("one that changed something, the newest hundred, and the one that begins")
                .hasSizeBetween(101, 102)
                .startsWith("old-7")
                .endsWith("old-300", "new");
    }

    @Test
    void aLinkToAReferenceIsARelationshipAndAProperty() {
        hub.take(petition("1").link("handler", "Organization:o1").build());
        assertThat(hub.node(P1)).containsEntry("handlerKey", "Organization:o1");

        hub.take(petition("1").version(2).link("handler", "Organization:o2").build());
        assertThat(hub.node(P1)).containsEntry("handlerKey", "Organization:o2");
        assertThat(hub.targets(P1, "HANDLED_BY")).containsExactly("Organization:o2");

        hub.take(petition("1").version(3).link("handler").build());
        assertThat(hub.node(P1)).doesNotContainKey("handlerKey");
        assertThat(hub.targets(P1, "HANDLED_BY")).isEmpty();
    }

    @Test
    void everyAcceptedVersionIsKeptWithItsTimesAndItsLinks() {
        hub.take(document("d1").link("issuer", "Organization:o1").build());
        hub.take(document("d1")
                .version(2)
                .value("number", "88/TNMT")
                .link("issuer", "Organization:o2")
                .build());

        assertThat(hub.query("MATCH (a:Assertion {uid: 'Document:d1'})-[s:SAYS_ISSUED_BY]->(t) "
                        + "RETURN a.id AS id, a.v_number AS number, a:Current AS current, t.uid AS issuer, "
                        + "a.recordedTo IS NULL AS open, s.recordedTo IS NULL AS stands ORDER BY id"))
                .extracting(r -> r.asMap().values().toString())
                .containsExactly(
                        "[qoffice|documents|Document:d1|0, 87/TNMT, false, Organization:o1, false, false]",
                        "[qoffice|documents|Document:d1|1, 88/TNMT, true, Organization:o2, true, true]");
    }

    @Test
    void aDeletedRecordLosesItsLabelAndAnOldVersionDoesNotReviveIt() {
        hub.take(petition("1").version(2).link("handler", "Organization:o1").build());
        hub.take(petition("1").version(3).gone());

        assertThat(hub.visible(P1)).isFalse();
        assertThat(hub.node(P1).keySet())
                .containsExactlyInAnyOrder("uid", "labels", "version", "hash", "run", "seq", "lock", "observedOn");
        assertThat(hub.targets(P1, "HANDLED_BY")).isEmpty();

        Graph.Receipt late =
                hub.take(petition("1").version(1).value("status", "OLD").build());
        assertThat(late).isEqualTo(new Graph.Receipt(0, 0, 1, 0));
        assertThat(hub.visible(P1)).isFalse();

        hub.take(petition("1").version(4).build());
        assertThat(hub.visible(P1)).isTrue();
        assertThat(hub.outbox.after(0, 10))
                .extracting(OutboxRow::kind)
                .containsExactly(OutboxRow.Kind.UPSERTED, OutboxRow.Kind.DELETED, OutboxRow.Kind.UPSERTED);
    }

    @Test
    void aDeletionOfWhatWasNeverSeenTellsNobody() {
        hub.take(petition("1").version(3).gone());

        assertThat(hub.outbox.head()).isZero();
        assertThat(hub.take(petition("1").version(2).build()).stale()).isEqualTo(1);
        assertThat(hub.visible(P1)).isFalse();
    }

    @Test
    void aTextThatNoIndexHoldsIsRejectedAndTheRestOfItsPageArrives() {
        Graph.Receipt receipt = hub.take(List.of(
                petition("1").value("status", "x".repeat(5_000)).build(),
                petition("2").build()));

        assertThat(receipt).isEqualTo(new Graph.Receipt(1, 0, 0, 1));
        assertThat(hub.visible("Petition:petitions/2")).isTrue();
        assertThat(hub.query("MATCH (r:Rejection) RETURN r.path AS path, r.reason AS reason")
                        .getFirst()
                        .asMap())
                .isEqualTo(Map.of("path", "status", "reason", "CONVERSION"));
    }

    @Test
    void longRunningTextIsKeptWhole() {
        String text = "Trà Giác ".repeat(20_000);
        hub.take(petition("1").value("content", text).build());

        assertThat(hub.node(P1)).containsEntry("content", text);
    }

    @Test
    void anUndatedRecordIsDatedByTheFirstDayOnWhichItWasObserved() {
        hub.take(
                organization("o1").observedAt("2026-03-02T00:00:00Z").version(5).build());
        hub.take(organization("o1")
                .observedAt("2026-03-01T00:00:00Z")
                .version(4)
                .value("name", "Cũ")
                .build());
        hub.take(
                organization("o1").observedAt("2026-03-09T00:00:00Z").version(6).build());

        assertThat(hub.node("Organization:o1")).containsEntry("date", LocalDate.of(2026, 3, 1));
    }
}
