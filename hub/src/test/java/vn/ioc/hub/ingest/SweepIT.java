// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ioc.hub.ingest.Hub.organization;
import static vn.ioc.hub.ingest.Hub.petition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/** What a complete listing does not meet is gone; what is too much to be believed waits for a person. */
final class SweepIT {
    private Hub hub;
    private StreamStates states;
    private long poll;

    @BeforeEach
    void empty() {
        hub = Hub.empty();
        states = new StreamStates(hub.driver);
    }

    /** A pull of one page. */
    private void pull(Neo4jGraph graph, List<Change> changes, List<Rejected> rejected, boolean listed) {
        StreamId stream = changes.getFirst().stream();
        long epoch = graph.lease(stream).orElseThrow();
        poll++;
        graph.take(new Page(
                        stream,
                        "run-" + poll,
                        epoch,
                        changes,
                        rejected,
                        0,
                        0,
                        Map.of(),
                        new Checkpoint("", poll),
                        true,
                        listed))
                .orElseThrow();
    }

    private void list(int from, int to) {
        pull(hub.graph, organizations(from, to), List.of(), true);
    }

    private List<Change> organizations(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> organization("o" + i).version(poll + 1).build())
                .toList();
    }

    private long visible(String type) {
        return hub.query("MATCH (n:Entity) WHERE $t IN labels(n) RETURN count(n) AS n", "t", type)
                .getFirst()
                .get("n")
                .asLong();
    }

    private StreamState state(StreamId stream) {
        return states.all().get(stream);
    }

    @Test
    void whatACompleteListingMissesIsDeletedAndTheOutboxTells() {
        list(0, 20);
        list(0, 19);

        assertThat(hub.visible("Organization:o19")).isFalse();
        assertThat(visible("Organization")).isEqualTo(19);
        assertThat(hub.outbox.after(20, 10)).singleElement().satisfies(row -> {
            assertThat(row.uid()).isEqualTo("Organization:o19");
            assertThat(row.kind()).isEqualTo(OutboxRow.Kind.DELETED);
        });
        assertThat(state(Hub.REGISTRY).sweep()).isEmpty();

        list(0, 20);
        assertThat(hub.visible("Organization:o19")).isTrue();
    }

    @Test
    void aPullThatListsNothingOrRejectsSomethingSweepsNothing() {
        list(0, 20);
        pull(hub.graph, organizations(0, 19), List.of(), false);
        assertThat(visible("Organization")).isEqualTo(20);

        Rejected bad = new Rejected(
                Hub.REGISTRY, Rejected.Reason.MISSING, "ma", "is missing", "file 1, item 20", "", "{}", Instant.EPOCH);
        pull(hub.graph, organizations(0, 19), List.of(bad), true);
        assertThat(visible("Organization")).isEqualTo(20);
        assertThat(state(Hub.REGISTRY).sweep()).isEmpty();
    }

    @Test
    void moreThanATenthIsHeldUntilAPersonApprovesThisVeryNumber() {
        list(0, 20);
        list(0, 17);

        assertThat(visible("Organization")).isEqualTo(20);
        HeldSweep held = state(Hub.REGISTRY).sweep().orElseThrow();
        assertThat(held.missing()).isEqualTo(3);
        assertThat(held.known()).isEqualTo(20);

        assertThat(hub.graph.approveSweep(Hub.REGISTRY, 2)).isFalse();
        assertThat(visible("Organization")).isEqualTo(20);
        assertThat(hub.graph.approveSweep(Hub.REGISTRY, 3)).isTrue();
        assertThat(visible("Organization")).isEqualTo(17);
        assertThat(state(Hub.REGISTRY).sweep()).isEmpty();
        assertThat(hub.graph.approveSweep(Hub.REGISTRY, 3)).isFalse();
    }

    @Test
    void aHeldSweepIsForgottenWhenTheNextListingMeetsAllAgain() {
        list(0, 20);
        list(0, 5);
        assertThat(state(Hub.REGISTRY).sweep()).isPresent();
        list(0, 20);

        assertThat(state(Hub.REGISTRY).sweep()).isEmpty();
        assertThat(visible("Organization")).isEqualTo(20);
    }

    @Test
    void moreThanFiveHundredAreHeldEvenWhenTheyAreFew() {
        pull(hub.graph, petitions(0, 1), List.of(), true);
        // The facts alone: writing five thousand records would say no more of the guard.
        hub.query(
                "UNWIND range(1, 5099) AS i CREATE (a:Assertion:Current {id: 'x' + i, uid: 'Petition:petitions/x' + i, "
                        + "source: $source, stream: $stream, deleted: false, seen: CASE WHEN i <= 501 THEN 1 ELSE 2 END})",
                "source",
                Hub.PETITIONS.source(),
                "stream",
                Hub.PETITIONS.stream());
        pull(hub.graph, petitions(0, 1), List.of(), true);

        HeldSweep held = state(Hub.PETITIONS).sweep().orElseThrow();
        assertThat(held.missing()).isEqualTo(501);
        assertThat(held.known()).isEqualTo(5_100);
    }

    private static List<Change> petitions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> petition("" + i).version(7).build())
                .toList();
    }

    @Test
    void whatANumberingSourceListsAgainAtTheSameVersionComesBack() {
        pull(hub.graph, petitions(0, 20), List.of(), true);
        pull(hub.graph, petitions(0, 19), List.of(), true);
        assertThat(hub.visible("Petition:petitions/19")).isFalse();

        pull(hub.graph, petitions(0, 20), List.of(), true);
        assertThat(hub.visible("Petition:petitions/19")).isTrue();
        assertThat(hub.query("MATCH (x:Rejection) RETURN x")).isEmpty();
    }

    @Test
    void aSweepThatACrashBrokeOffIsEndedByTheNextPullOfAnyProcess() {
        list(0, 40);
        list(0, 10);
        hub.driver
                .executableQuery("MATCH (c:Checkpoint {stream: $s}) SET c.sweep = 'RUNNING'")
                .withParameters(Map.of("s", Hub.REGISTRY.toString()))
                .execute();
        Shapes shapes = new Shapes(Hub.MODEL);
        IngestSettings small = new IngestSettings(
                Duration.ofSeconds(60), Duration.ofDays(30), Duration.ofDays(7), Duration.ofSeconds(60), 7);
        Sweeping.Step first = new Sweeping(
                        new Transactions(hub.driver, Duration.ofSeconds(60)),
                        shapes,
                        new Projector(FieldOwners.NONE),
                        Hub.SNAPSHOTS,
                        hub.territory,
                        hub.clock,
                        small)
                .step(Hub.REGISTRY);
        assertThat(first.more()).isTrue();
        assertThat(visible("Organization")).isEqualTo(33);

        // The same hub again, after kill -9: its lease is its own.
        pull(hub.graph, organizations(0, 10), List.of(), true);

        assertThat(visible("Organization")).isEqualTo(10);
        assertThat(state(Hub.REGISTRY).sweep()).isEmpty();
        Set<String> told = new TreeSet<>();
        hub.outbox.after(0, 1_000).forEach(row -> {
            if (row.kind() == OutboxRow.Kind.DELETED) {
                assertThat(told.add(row.uid())).isTrue();
            }
        });
        assertThat(told).hasSize(30);
    }
}
