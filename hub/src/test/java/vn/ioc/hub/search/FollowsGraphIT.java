// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.graph.Neo4jIndexSource;
import vn.ioc.hub.ingest.FieldOwners;
import vn.ioc.hub.ingest.GraphSchema;
import vn.ioc.hub.ingest.IngestSettings;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.hub.ingest.RejectionCipher;
import vn.ioc.hub.search.index.IndexDefinition;
import vn.ioc.hub.search.index.IndexStore;
import vn.ioc.hub.search.index.Indexer;
import vn.ioc.hub.search.index.OutboxFeed;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.schema.RecordModel;

/** From a page of changes through the real graph and its outbox into the real index. */
final class FollowsGraphIT {
    private static final String ALIAS = "graph";
    private static final String DNLN = "Petition:app/1";
    private final RecordModel records = RecordModel.withBuiltIn(List.of());
    private final SearchModel model = new SearchModel(records, SearchKit.AUDIENCES);
    private final Territory territory = new Territory(Stores.driver(), records, Clock.systemUTC());
    private Neo4jGraph graph;
    private Outbox outbox;
    private Indexer indexer;
    private SearchService search;
    private int version;

    @BeforeEach
    void start() {
        Stores.wipe();
        GraphSchema.ensure(Stores.driver(), records, Duration.ofSeconds(60));
        graph = new Neo4jGraph(
                Stores.driver(),
                records,
                FieldOwners.NONE,
                Set.of(),
                territory,
                Clock.systemUTC(),
                new RejectionCipher(new byte[32]),
                IngestSettings.DEFAULT);
        outbox = new Outbox(Stores.driver(), Clock.systemUTC(), IngestSettings.DEFAULT);
        indexer = new Indexer(
                new OutboxFeed(outbox, "index"),
                new Neo4jIndexSource(Stores.driver(), model),
                new IndexStore(Stores.elasticsearchClient(), ALIAS, new IndexDefinition(model)),
                model,
                new SimpleMeterRegistry());
        indexer.start();
        search = new SearchService(
                Stores.elasticsearchClient(),
                ALIAS,
                SearchKit.PATIENCE,
                model,
                new SecretKeySpec("key of the tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    @AfterEach
    void stop() {
        indexer.close();
    }

    @Test
    void findsAPetitionByItsAreaInWhateverOrderTheyArrive() throws Exception {
        take(petition("Xin đất lâm nghiệp", "20926"));
        settle();
        assertThat(find("tra giac dat lam nghiep")).isEmpty();
        take(areas());
        graph.settle();
        settle();
        assertThat(find("tra giac dat lam nghiep")).containsExactly(DNLN);
        assertThat(find("Trà Tân lâm nghiệp")).containsExactly(DNLN);
        assertThat(find("Bắc Trà My lâm nghiệp")).containsExactly(DNLN);
        assertThat(find("Quảng Nam lâm nghiệp")).containsExactly(DNLN);
        assertThat(find("huyện Bắc Trà My")).contains("Area:post-2025-07/20923").startsWith("Area:pre-2025-07/515");
        assertThat(find("Quảng Nam")).contains("Area:post-2025-07/48").startsWith("Area:pre-2025-07/49");
    }

    @Test
    void aHandlerThatArrivesLateOrIsRenamedIsFoundByItsName() throws Exception {
        take(change("Petition:app/1", petitionValues("Xin đất"), Map.of("handler", List.of("Organization:h1"))));
        settle();
        assertThat(find("kiểm lâm")).isEmpty();
        take(change("Organization:h1", Map.of("code", "h1", "name", "Hạt Kiểm lâm"), Map.of()));
        settle();
        assertThat(find("kiểm lâm đất")).containsExactly(DNLN);
        take(change("Organization:h1", Map.of("code", "h1", "name", "Phòng TN&MT"), Map.of()));
        settle();
        assertThat(find("kiểm lâm")).isEmpty();
        assertThat(find("tài nguyên và môi trường đất")).containsExactly(DNLN);
    }

    @Test
    void whatIsDeletedAtTheSourceIsFoundNoMore() throws Exception {
        take(petition("Xin đất lâm nghiệp", "20926"));
        settle();
        assertThat(find("lâm nghiệp")).hasSize(1);
        take(new Change(
                new StreamId("app", "petitions"),
                new RecordKey("Petition", "app/1"),
                ++version,
                Instant.now(),
                Change.Kind.DELETE,
                "INTERNAL",
                Map.of(),
                Set.of(),
                Map.of(),
                List.of(),
                Set.of(),
                "1",
                "gone",
                "gone"));
        settle();
        assertThat(find("lâm nghiệp")).isEmpty();
    }

    @Test
    void aRebuildFromTheGraphHoldsWhatTheIndexHeld() throws Exception {
        take(areas());
        take(petition("Xin đất lâm nghiệp", "20926"));
        graph.settle();
        settle();
        List<String> before = find("");
        assertThat(indexer.rebuild((done, total) -> {}).get()).isEqualTo(before.size());
        assertThat(find("")).isEqualTo(before);
        assertThat(find("tra giac dat lam nghiep")).containsExactly(DNLN);
    }

    private List<String> find(String query) {
        Rights leader = new Policy(records, code -> Set.of())
                .rightsOf(new Caller("test", "leader", Set.of("leader"), List.of()));
        return search.search(SearchKit.request(query), leader).hits().stream()
                .map(SearchPage.Hit::uid)
                .toList();
    }

    private void settle() throws Exception {
        Instant end = Instant.now().plus(SearchKit.PATIENCE);
        while (outbox.consumed("index") < outbox.head()) {
            assertThat(Instant.now()).isBefore(end);
            indexer.wake();
            Thread.sleep(20);
        }
        Stores.elasticsearchClient().indices().refresh(r -> r.index(ALIAS));
    }

    private void take(Change... changes) {
        StreamId stream = changes[0].stream();
        long epoch = graph.lease(stream).orElseThrow();
        graph.take(new Page(
                        stream,
                        "run" + version,
                        epoch,
                        List.of(changes),
                        List.of(),
                        0,
                        0,
                        Map.of(),
                        new Checkpoint("c" + version, 1),
                        true))
                .orElseThrow();
    }

    private Change petition(String subject, String area) {
        return change("Petition:app/1", petitionValues(subject), Map.of(), new PlaceClue.ByCode(area));
    }

    private static Map<String, Object> petitionValues(String subject) {
        return Map.of(
                "code",
                "1",
                "subject",
                subject,
                "kind",
                "KN",
                "status",
                "NEW",
                "receivedAt",
                Instant.parse("2024-05-01T02:00:00Z"));
    }

    private Change[] areas() {
        return new Change[] {
            area("pre-2025-07/49", "Tỉnh Quảng Nam", "province", null),
            area("pre-2025-07/515", "Huyện Bắc Trà My", "district", "pre-2025-07/49"),
            area("pre-2025-07/20926", "Xã Trà Giác", "commune", "pre-2025-07/515"),
            area("pre-2025-07/20923", "Xã Trà Tân", "commune", "pre-2025-07/515"),
            area("post-2025-07/48", "Thành phố Đà Nẵng", "province", null, "pre-2025-07/49"),
            area(
                    "post-2025-07/20923",
                    "Xã Trà Tân",
                    "commune",
                    "post-2025-07/48",
                    "pre-2025-07/20926",
                    "pre-2025-07/20923")
        };
    }

    private Change area(String key, String name, String level, String parent, String... predecessors) {
        int slash = key.indexOf('/');
        boolean post = key.startsWith("post");
        Map<String, Object> values = new HashMap<>(Map.of(
                "scheme", key.substring(0, slash),
                "code", key.substring(slash + 1),
                "level", level,
                "name", name.substring(name.indexOf(' ') + 1),
                "fullName", name));
        values.put(post ? "validFrom" : "validTo", LocalDate.of(2025, post ? 7 : 6, post ? 1 : 30));
        return change(
                "Area:" + key,
                values,
                Map.of(
                        "parent",
                        parent == null ? List.of() : List.of("Area:" + parent),
                        "predecessors",
                        Arrays.stream(predecessors).map(p -> "Area:" + p).toList()));
    }

    private Change change(String uid, Map<String, Object> values, Map<String, List<String>> links, PlaceClue... clues) {
        version++;
        Map<String, List<RecordKey>> targets = new HashMap<>();
        links.forEach((link, uids) ->
                targets.put(link, uids.stream().map(FollowsGraphIT::key).toList()));
        return new Change(
                new StreamId("app", "petitions"),
                key(uid),
                version,
                Instant.now(),
                Change.Kind.UPSERT,
                "INTERNAL",
                values,
                values.keySet(),
                targets,
                new ArrayList<>(List.of(clues)),
                Set.of(),
                "1",
                "hash" + version,
                "hash" + version);
    }

    private static RecordKey key(String uid) {
        int colon = uid.indexOf(':');
        return new RecordKey(uid.substring(0, colon), uid.substring(colon + 1));
    }
}
