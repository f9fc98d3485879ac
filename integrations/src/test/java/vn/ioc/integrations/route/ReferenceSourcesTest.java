// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.MemoryGraph;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.integrations.source.SourceManifest;

/** The real units of the country and the registry, through the folder route. */
final class ReferenceSourcesTest {
    private static final MemoryGraph GRAPH = new MemoryGraph();

    @BeforeAll
    static void pull() throws Exception {
        List<SourceManifest> reference = Sources.catalog().sources().stream()
                .filter(SourceManifest::reference)
                .toList();
        RunnerSettings settings = RunnerSettings.of(name -> Optional.empty(), Sources.HMAC, Clock.systemUTC());
        try (SourceRunner runner = new SourceRunner(reference, Sources.catalog().codes(), GRAPH, settings)) {
            runner.start().get(60, TimeUnit.SECONDS);
            assertThat(runner.states()).allMatch(s -> s.state() == StreamState.State.CURRENT);
            assertThat(runner.runNow("areas").getFirst().tally().accepted()).isZero();
        }
    }

    /** One area as several streams tell it together. */
    private static Map<String, Set<String>> links(String link) {
        Map<String, Set<String>> targets = new TreeMap<>();
        GRAPH.changes().stream()
                .filter(c -> c.key().type().equals("Area"))
                .forEach(c -> c.links()
                        .getOrDefault(link, List.of())
                        .forEach(target -> targets.computeIfAbsent(c.key().key(), k -> new TreeSet<>())
                                .add(target.key())));
        return targets;
    }

    @Test
    void everyUnitIsAnArea() {
        assertThat(GRAPH.rejections()).isEmpty();
        assertThat(GRAPH.live("Area")).hasSize(153);
        assertThat(GRAPH.live("Organization")).hasSize(79);
        assertThat(GRAPH.changes())
                .filteredOn(c -> c.values().containsKey("geometry"))
                .hasSize(14);
        assertThat(GRAPH.changes()).allMatch(c -> c.flags().isEmpty());
    }

    @Test
    void theFormerDistrictCoversItsFiveCommunesOfToday() {
        Set<String> covers = covers("pre-2025-07/515");
        assertThat(covers)
                .filteredOn(a -> a.startsWith("post"))
                .containsExactlyInAnyOrder(
                        "post-2025-07/20900",
                        "post-2025-07/20908",
                        "post-2025-07/20920",
                        "post-2025-07/20923",
                        "post-2025-07/20929");
        assertThat(covers).hasSize(1 + 13 + 5);
        assertThat(covers("post-2025-07/20923"))
                .containsExactlyInAnyOrder("post-2025-07/20923", "pre-2025-07/20923", "pre-2025-07/20926");
        assertThat(covers("pre-2025-07/20926")).containsExactly("pre-2025-07/20926");
        assertThat(covers("pre-2025-07/49")).doesNotContain("post-2025-07/48");
        assertThat(covers("post-2025-07/48")).contains("pre-2025-07/49", "pre-2025-07/48", "pre-2025-07/515");
    }

    /** The least set that holds the area and is closed under parts, predecessors, and successors of all of whose it has. */
    private static Set<String> covers(String area) {
        Map<String, Set<String>> parts = new HashMap<>();
        links("parent")
                .forEach((part, parents) -> parents.forEach(
                        p -> parts.computeIfAbsent(p, k -> new TreeSet<>()).add(part)));
        Map<String, Set<String>> predecessors = links("predecessors");
        Set<String> covered = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(area));
        while (!next.isEmpty()) {
            String one = next.remove();
            if (covered.add(one)) {
                next.addAll(parts.getOrDefault(one, Set.of()));
                next.addAll(predecessors.getOrDefault(one, Set.of()));
            }
            predecessors.forEach((successor, all) -> {
                if (covered.containsAll(all) && !covered.contains(successor)) {
                    next.add(successor);
                }
            });
        }
        return covered;
    }

    @Test
    void anOrganizationHasItsParentAndItsAreaByScheme() {
        Change office = GRAPH.live("Organization").get("000.03.15.H47");
        assertThat(office.values().get("name")).isEqualTo("Phòng Tài nguyên và Môi trường huyện Bắc Trà My");
        assertThat(office.links().get("parent")).containsExactly(new RecordKey("Organization", "000.00.15.H47"));
        assertThat(office.places()).containsExactly(new PlaceClue.ByCode("pre-2025-07/515"));
    }
}
