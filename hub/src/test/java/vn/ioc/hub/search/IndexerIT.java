// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.search.index.Indexer;

/** The index follows the graph. */
final class IndexerIT {
    private final SearchKit kit = new SearchKit("following");
    private final Rights leader = kit.rights("leader");

    @AfterEach
    void close() throws Exception {
        kit.close();
    }

    @Test
    void followsWritesChangesAndDeletions() throws Exception {
        kit.petition("1", Map.of("code", "1", "subject", "Đường hỏng ở thôn 2"));
        kit.settle();
        assertThat(kit.find("đường hỏng", leader)).containsExactly("Petition:app/1");
        kit.petition("1", Map.of("code", "1", "subject", "Cầu hỏng ở thôn 2"));
        kit.settle();
        assertThat(kit.find("đường hỏng", leader)).isEmpty();
        assertThat(kit.find("cầu hỏng", leader)).hasSize(1);
        kit.graph.remove("Petition:app/1");
        kit.settle();
        assertThat(kit.find("cầu hỏng", leader)).isEmpty();
    }

    @Test
    void replayingTheOutboxChangesNothing() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            kit.petition("" + i, Map.of("code", "" + i, "subject", "Rác thải " + i));
        }
        kit.graph.remove("Petition:app/7");
        kit.settle();
        kit.graph.rewind(0);
        try (Indexer again = new Indexer(kit.graph, kit.graph, kit.store, kit.model, kit.meters)) {
            again.start();
            kit.settle();
        }
        assertThat(kit.search.search(SearchKit.request("rác thải"), leader).total())
                .hasValue(1_199);
    }

    @Test
    void aLinkedTitleThatChangesChangesWhatFindsTheRecord() throws Exception {
        for (int i = 0; i < 1_100; i++) {
            kit.petition("" + i, Map.of("code", "" + i, "subject", "Rác thải " + i), "Organization:x");
        }
        kit.settle();
        assertThat(count("hạt kiểm lâm")).isZero();
        kit.graph.put("Organization", "x", Map.of("code", "x", "name", "Hạt Kiểm lâm"));
        kit.settle();
        assertThat(count("hạt kiểm lâm rác")).isEqualTo(1_100);
        kit.graph.put("Organization", "x", Map.of("code", "x", "name", "Chi cục Thủy lợi"));
        kit.settle();
        assertThat(count("hạt kiểm lâm rác")).isZero();
        assertThat(count("thuỷ lợi rác")).isEqualTo(1_100);
        kit.graph.remove("Organization:x");
        kit.settle();
        assertThat(count("thuỷ lợi")).isZero();
    }

    @Test
    void aRebuildUnderChangesLosesNothingAndSearchesGoOn() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            kit.petition("" + i, Map.of("code", "" + i, "subject", "Điện yếu " + i));
        }
        kit.settle();
        List<Long> steps = new java.util.concurrent.CopyOnWriteArrayList<>();
        CompletableFuture<Long> rebuilt = kit.indexer.rebuild((done, total) -> steps.add(done));
        int next = 3_000;
        while (!rebuilt.isDone()) {
            kit.petition("" + next, Map.of("code", "" + next, "subject", "Điện yếu " + next));
            kit.graph.remove("Petition:app/" + (next - 2_000));
            next++;
            assertThat(count("điện yếu")).isGreaterThan(2_000);
            Thread.sleep(5);
        }
        assertThat(rebuilt.get(60, TimeUnit.SECONDS)).isPositive();
        kit.settle();
        assertThat(steps).hasSizeGreaterThan(3).isSorted();
        assertThat(count("điện yếu")).isEqualTo(kit.graph.uids().size());
        assertThat(indices()).hasSize(1);
    }

    @Test
    void whatAKilledRebuildLeftIsRemovedByTheNext() throws Exception {
        kit.petition("1", Map.of("code", "1", "subject", "Nước sạch"));
        kit.settle();
        Stores.elasticsearchClient()
                .indices()
                .create(c -> c.index("following-77").aliases("following-building", a -> a));
        assertThat(kit.indexer.rebuild((done, total) -> {}).get(60, TimeUnit.SECONDS))
                .isEqualTo(1);
        assertThat(indices()).containsExactly("following-78");
        assertThat(kit.find("nước sạch", leader)).hasSize(1);
    }

    @Test
    void anIndexThatIsGoneIsBuiltAgain() throws Exception {
        kit.petition("1", Map.of("code", "1", "subject", "Nước sạch"));
        kit.settle();
        for (String index : indices()) {
            Stores.elasticsearchClient().indices().delete(d -> d.index(index));
        }
        kit.petition("2", Map.of("code", "2", "subject", "Nước sạch nữa"));
        kit.settle();
        assertThat(kit.find("nước sạch", leader)).containsExactlyInAnyOrder("Petition:app/1", "Petition:app/2");
    }

    private long count(String query) {
        return kit.search.search(SearchKit.request(query), leader).total().orElseThrow();
    }

    private List<String> indices() throws Exception {
        return List.copyOf(Stores.elasticsearchClient()
                .indices()
                .get(g -> g.index("following-*"))
                .indices()
                .keySet());
    }
}
