// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ioc.hub.ingest.Hub.change;
import static vn.ioc.hub.ingest.Hub.document;
import static vn.ioc.hub.ingest.Hub.organization;
import static vn.ioc.hub.ingest.Hub.petition;
import static vn.ioc.hub.territory.BacTraMy.old;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.StreamId;

/** Two writers at once, on the real locks of the real server. */
final class ConcurrencyIT {
    private static final String P1 = "Petition:petitions/1";
    private static final String C1 = "Contact:petitions/1";
    private static final StreamId CONTACTS = new StreamId("petitions", "contacts");

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private Hub hub;

    @BeforeEach
    void empty() {
        hub = Hub.empty();
        hub.take(Hub.areas());
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void anOlderVersionThatHadToWaitDoesNotOverwriteTheNewerOne() throws Exception {
        Page newer = hub.page(
                List.of(petition("1").version(5).value("status", "FIVE").build()), List.of());
        Page older = hub.page(
                List.of(petition("1").version(3).value("status", "THREE").build()), List.of());

        Future<Optional<Graph.Receipt>> late = meanwhile(newer, older);

        assertThat(late.get(30, TimeUnit.SECONDS)).contains(new Graph.Receipt(0, 0, 1, 0));
        assertThat(hub.node(P1)).containsEntry("status", "FIVE").containsEntry("version", 5L);
    }

    @Test
    void aWriterOfAnotherStreamThatHadToWaitJudgesByWhatTheFirstOneWrote() throws Exception {
        hub.take(petition("1").observedAt("2026-06-01T00:00:00Z").build());
        Page newest = hub.page(
                List.of(petition("1")
                        .version(2)
                        .observedAt("2026-06-03T00:00:00Z")
                        .value("status", "DONE")
                        .build()),
                List.of());
        Page between = hub.page(
                List.of(change(Hub.OTHER, P1)
                        .observedAt("2026-06-02T00:00:00Z")
                        .value("status", "SEEN")
                        .build()),
                List.of());

        meanwhile(newest, between).get(30, TimeUnit.SECONDS);

        assertThat(hub.node(P1)).containsEntry("status", "DONE").containsEntry("source", "petitions");
    }

    @Test
    void aPartThatComesWhileItsWholeChangesTakesTheNewState() throws Exception {
        hub.take(petition("1").build());
        Page whole = hub.page(
                List.of(petition("1")
                        .version(2)
                        .audience("RESTRICTED")
                        .code("20926")
                        .build()),
                List.of());
        Page part = hub.page(List.of(contact("1")), List.of());

        meanwhile(whole, part).get(30, TimeUnit.SECONDS);

        assertThat(hub.node(C1)).containsEntry("audience", "RESTRICTED").containsEntry("placeKey", old("20926"));
    }

    @Test
    void aWholeThatChangesWhileAPartComesTakesThePartAlong() throws Exception {
        hub.take(petition("1").build());
        Page part = hub.page(List.of(contact("1")), List.of());
        Page whole = hub.page(
                List.of(petition("1")
                        .version(2)
                        .audience("RESTRICTED")
                        .code("20926")
                        .build()),
                List.of());

        meanwhile(part, whole).get(30, TimeUnit.SECONDS);

        assertThat(hub.node(C1)).containsEntry("audience", "RESTRICTED").containsEntry("placeKey", old("20926"));
    }

    @Test
    void whatPlacesARecordAndMovesMeanwhileIsNoticedBeforeTheCommit() {
        hub.take(organization("o1").code("20929").build());
        hub.take(document("d1").link("issuer", "Organization:o1").build());
        Shapes shapes = new Shapes(Hub.MODEL);
        Projector projector = new Projector(FieldOwners.NONE);

        try (Session session = hub.driver.session();
                Transaction tx = session.beginTransaction()) {
            Reprojection work = new Reprojection(
                    tx,
                    shapes,
                    new Records(shapes),
                    new Placing(projector, shapes),
                    hub.territory.current(),
                    hub.clock.instant());
            work.addAll(List.of("Document:d1"));
            work.run();
            assertThat(work.holds()).isTrue();

            hub.query("MATCH (o:Entity {uid: 'Organization:o1'}) SET o.placeClues = ['code:20926']");

            assertThat(work.holds()).isFalse();
        }
    }

    @Test
    void aRecordThatComesWhileItsAreaChangesIsPlacedByTheNewAreas() throws Exception {
        Change shifted = Hub.area(new vn.ioc.hub.territory.Area(
                old("20926"),
                "pre-2025-07",
                "20926",
                "Trà Giác",
                "Xã Trà Giác",
                null,
                java.time.LocalDate.of(2020, 1, 1),
                old("515"),
                java.util.Set.of(),
                null));
        Page areas = hub.page(List.of(newer(shifted)), List.of());
        Page record = hub.page(List.of(petition("1").code("20926").build()), List.of());

        meanwhile(areas, record).get(30, TimeUnit.SECONDS);
        hub.graph.settle();

        assertThat(hub.node(P1)).doesNotContainKey("placeKey");
    }

    @Test
    void streamsThatArriveAtOnceInTwoProcessesGiveTheSameGraphAsOneAfterTheOther() throws Exception {
        List<List<Change>> lots = new ArrayList<>();
        for (StreamId stream : List.of(Hub.REGISTRY, Hub.QOFFICE, Hub.PETITIONS, Hub.OTHER)) {
            lots.add(Story.changes().stream()
                    .filter(c -> c.stream().equals(stream))
                    .toList());
        }
        Hub other = hub.second();
        other.territory.reload();
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            List<Change> lot = lots.get(i);
            Hub mine = i % 2 == 0 ? hub : other;
            writers.add(threads.submit(() -> lot.forEach(c -> mine.take(c))));
        }
        for (Future<?> writer : writers) {
            writer.get(120, TimeUnit.SECONDS);
        }
        hub.graph.settle();
        TreeSet<String> atOnce = hub.picture();
        List<Long> numbers =
                hub.outbox.after(0, 10_000).stream().map(OutboxRow::seq).toList();
        assertThat(numbers).hasSize((int) hub.outbox.head()).isSorted().doesNotHaveDuplicates();

        Hub single = Hub.empty();
        single.take(Hub.areas());
        lots.forEach(lot -> lot.forEach(c -> single.take(c)));
        single.graph.settle();

        assertThat(atOnce).isEqualTo(single.picture());
    }

    private static Change contact(String code) {
        return change(CONTACTS, "Contact:petitions/" + code)
                .value("code", code)
                .link("petition", P1)
                .build();
    }

    private static Change newer(Change c) {
        return new Change(
                c.stream(),
                c.key(),
                2,
                c.observedAt(),
                c.kind(),
                c.audience(),
                c.values(),
                c.taken(),
                c.links(),
                c.places(),
                c.flags(),
                c.mapping(),
                c.hash(),
                c.payloadHash());
    }

    /** Writes the first page, lets the second be taken until it waits, and only then commits the first. */
    private Future<Optional<Graph.Receipt>> meanwhile(Page first, Page second) throws InterruptedException {
        try (Session session = hub.driver.session();
                Transaction tx = session.beginTransaction()) {
            assertThat(hub.write(tx, first).orElseThrow().receipt().accepted()).isPositive();
            Future<Optional<Graph.Receipt>> waiting = threads.submit(() -> hub.graph.take(second));
            awaitBlocked();
            assertThat(waiting.isDone()).isFalse();
            tx.commit();
            return waiting;
        }
    }

    private void awaitBlocked() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (!hub.query("SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status")
                    .isEmpty()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the second writer never had to wait");
    }
}
