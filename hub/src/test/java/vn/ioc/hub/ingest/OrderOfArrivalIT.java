// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Change;

/** Whatever comes first, the graph is the same in the end. */
final class OrderOfArrivalIT {
    private static @Nullable TreeSet<String> expected;

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void anyOrderOfArrivalInPagesOfAnySizeGivesTheSameGraph(@ForAll long seed) {
        Random random = new Random(seed);
        List<Change> changes = shuffled(random);

        Hub hub = Hub.empty();
        arrive(hub, changes, random);

        assertThat(hub.graph.settle()).isTrue();
        assertThat(outboxTells(hub)).isEqualTo(visible(hub));
        TreeSet<String> picture = hub.picture();
        assertThat(picture).isEqualTo(expected());
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void arrivingTwiceIsArrivingOnce(@ForAll long seed) {
        Random random = new Random(seed);
        Hub hub = Hub.empty();
        arrive(hub, Story.changes(), random);
        hub.graph.settle();
        long head = hub.outbox.head();

        arrive(hub, shuffled(random), random);
        hub.graph.settle();

        assertThat(hub.outbox.head()).isEqualTo(head);
        TreeSet<String> picture = hub.picture();
        assertThat(picture).isEqualTo(expected());
    }

    @Example
    void theStoryHasDeletionsLinksThatComeEarlyAndRecordsOfTwoSources() {
        List<Change> story = Story.changes();
        assertThat(story).anyMatch(c -> c.kind() == Change.Kind.DELETE);
        Map<String, Set<String>> sources = story.stream()
                .collect(Collectors.groupingBy(
                        c -> c.key().uid(), Collectors.mapping(c -> c.stream().source(), Collectors.toSet())));
        assertThat(sources.values()).anyMatch(s -> s.size() > 1);
        List<String> order =
                shuffled(new Random(1)).stream().map(c -> c.key().uid()).toList();
        assertThat(shuffled(new Random(1)))
                .anyMatch(c -> c.links().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(t -> order.indexOf(t.uid())
                                > order.lastIndexOf(c.key().uid())));
    }

    private static TreeSet<String> expected() {
        TreeSet<String> known = expected;
        if (known == null) {
            Hub hub = Hub.empty();
            arrive(hub, Story.changes(), new Random(1));
            hub.graph.settle();
            known = hub.picture();
            expected = known;
        }
        return known;
    }

    /** Areas come in three lots, so that there are not too many pages; everything else comes as it likes. */
    private static List<Change> shuffled(Random random) {
        List<Change> areas = new ArrayList<>();
        List<Change> others = new ArrayList<>();
        Story.changes().forEach(c -> (c.stream().equals(Hub.AREAS) ? areas : others).add(c));
        Collections.shuffle(areas, random);
        Collections.shuffle(others, random);
        for (int lot = 0; lot < 3; lot++) {
            List<Change> part = areas.subList(areas.size() * lot / 3, areas.size() * (lot + 1) / 3);
            others.addAll(random.nextInt(others.size()), part);
        }
        return others;
    }

    private static void arrive(Hub hub, List<Change> changes, Random random) {
        List<Change> page = new ArrayList<>();
        int size = 1;
        for (Change change : changes) {
            boolean other = !page.isEmpty() && !page.getFirst().stream().equals(change.stream());
            if (other || page.size() == size) {
                hub.take(page);
                page = new ArrayList<>();
                size = 1 + random.nextInt(20);
            }
            page.add(change);
        }
        hub.take(page);
    }

    /** What somebody who follows the outbox believes to exist. */
    private static Set<String> outboxTells(Hub hub) {
        Set<String> uids = new TreeSet<>();
        for (OutboxRow row : hub.outbox.after(0, 100_000)) {
            if (row.kind() == OutboxRow.Kind.UPSERTED) {
                uids.add(row.uid());
            } else {
                uids.remove(row.uid());
            }
        }
        return uids;
    }

    private static Set<String> visible(Hub hub) {
        Set<String> uids = new TreeSet<>();
        hub.query("MATCH (n:Entity) WHERE size(labels(n)) = 2 RETURN n.uid AS uid")
                .forEach(r -> uids.add(r.get("uid").asString()));
        return uids;
    }
}
