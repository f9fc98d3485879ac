// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.territory.Area;
import vn.ioc.hub.territory.BacTraMy;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Checkpoint;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Page;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.schema.RecordModel;

/** An empty graph on the real Neo4j with its writing side, for one test. */
final class Hub {
    static final RecordModel MODEL = RecordModel.withBuiltIn(List.of());
    static final StreamId AREAS = new StreamId("areas", "areas");
    static final StreamId REGISTRY = new StreamId("registry", "organizations");
    static final StreamId QOFFICE = new StreamId("qoffice", "documents");
    static final StreamId PETITIONS = new StreamId("petitions", "petitions");
    static final StreamId OTHER = new StreamId("other", "petitions");
    static final Set<StreamId> SNAPSHOTS = Set.of(AREAS, REGISTRY);
    static final RejectionCipher CIPHER = new RejectionCipher(new byte[32]);
    private static final Instant NOON = BacTraMy.TODAY.atTime(12, 0).toInstant(java.time.ZoneOffset.ofHours(7));

    final Driver driver = Stores.driver();
    final TestClock clock = new TestClock(NOON);
    final Territory territory;
    final Neo4jGraph graph;
    final Outbox outbox;
    private int run;

    private Hub(FieldOwners owners) {
        territory = new Territory(driver, MODEL, clock);
        graph = new Neo4jGraph(
                java.util.UUID.randomUUID().toString(),
                driver,
                MODEL,
                owners,
                SNAPSHOTS,
                territory,
                clock,
                CIPHER,
                IngestSettings.DEFAULT);
        outbox = new Outbox(driver, clock, IngestSettings.DEFAULT);
    }

    /** Wipes the graph. */
    static Hub empty() {
        return empty(FieldOwners.NONE);
    }

    static Hub empty(FieldOwners owners) {
        Stores.wipeGraph();
        GraphSchema.ensure(Stores.driver(), MODEL, Duration.ofSeconds(60));
        return new Hub(owners);
    }

    /** Another process on the same graph. */
    Hub second() {
        return new Hub(FieldOwners.NONE);
    }

    Graph.Receipt take(Change... changes) {
        return take(List.of(changes));
    }

    /** One page of the first change's stream, in a pull of its own. */
    Graph.Receipt take(List<Change> changes) {
        return graph.take(page(changes, List.of())).orElseThrow();
    }

    Page page(List<Change> changes, List<Rejected> rejections) {
        StreamId stream = changes.isEmpty() ? rejections.getFirst().stream() : changes.getFirst().stream();
        long epoch = graph.lease(stream).orElseThrow();
        String id = "run-" + System.identityHashCode(this) + "-" + run++;
        return new Page(
                stream, id, epoch, changes, rejections, 0, 0, Map.of(), new Checkpoint("cursor " + run, 1), true);
    }

    List<Record> query(String cypher, Object... parameters) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i].toString(), parameters[i + 1]);
        }
        return driver.executableQuery(cypher).withParameters(named).execute().records();
    }

    /** The record node's properties; with its labels under {@code labels}. */
    Map<String, Object> node(String uid) {
        return query("MATCH (n:Entity {uid: $uid}) RETURN n {.*, labels: labels(n)} AS n", "uid", uid)
                .getFirst()
                .get("n")
                .asMap();
    }

    boolean visible(String uid) {
        return !query("MATCH (n:Entity {uid: $uid}) WHERE size(labels(n)) = 2 RETURN n", "uid", uid)
                .isEmpty();
    }

    List<String> targets(String uid, String relationship) {
        return query(
                        "MATCH (n:Entity {uid: $uid})-[:$($r)]->(t:Entity) RETURN t.uid AS uid ORDER BY uid",
                        "uid",
                        uid,
                        "r",
                        relationship)
                .stream()
                .map(r -> r.get("uid").asString())
                .toList();
    }

    /**
     * All records, their relationships and what their streams say now, but for times, runs and numbers of the outbox:
     * what must not depend on the order of arrival.
     */
    TreeSet<String> picture() {
        Set<String> passing = Set.of("updatedAt", "seq", "run", "recordedFrom", "recordedTo", "id", "n", "lock");
        TreeSet<String> picture = new TreeSet<>();
        query("MATCH (n) WHERE n:Entity OR n:Current RETURN labels(n) AS labels, properties(n) AS node")
                .forEach(r -> {
                    Map<String, Object> node = new TreeMap<>(r.get("node").asMap());
                    node.keySet().removeAll(passing);
                    // A placeholder is nothing but the end of links, and those are listed below.
                    if (node.keySet().equals(Set.of("uid"))) {
                        return;
                    }
                    picture.add(new TreeSet<>(r.get("labels").asList(Object::toString)) + " " + node);
                });
        query("MATCH (a)-[r]->(b:Entity) WHERE a:Entity OR a:Current RETURN coalesce(a.uid, '') AS s, "
                        + "a.source + a.stream AS stream, type(r) AS type, r.link AS link, "
                        + "r.claimedByStart AS start, r.claimedByEnd AS end, b.uid AS t, count(*) AS times")
                .forEach(r -> picture.add(r.asMap().toString()));
        return picture;
    }

    static List<Change> areas() {
        return BacTraMy.areas().stream().map(Hub::area).toList();
    }

    static Change area(Area area) {
        ChangeBuilder change = new ChangeBuilder(AREAS, key(area.uid()))
                .audience("PUBLIC")
                .value("scheme", area.scheme())
                .value("code", area.code())
                .value("level", area.parent() == null ? "province" : "other")
                .value("name", area.name())
                .value("fullName", area.fullName())
                .value("validFrom", area.validFrom())
                .value("validTo", area.validTo())
                .value("geometry", area.geometry())
                .link("predecessors", area.predecessors().toArray(String[]::new));
        return (area.parent() == null ? change.link("parent") : change.link("parent", area.parent())).build();
    }

    static RecordKey key(String uid) {
        int colon = uid.indexOf(':');
        return new RecordKey(uid.substring(0, colon), uid.substring(colon + 1));
    }

    static ChangeBuilder change(StreamId stream, String uid) {
        return new ChangeBuilder(stream, key(uid));
    }

    static ChangeBuilder petition(String code) {
        return change(PETITIONS, "Petition:petitions/" + code)
                .value("code", code)
                .value("subject", "Đất lâm nghiệp " + code)
                .value("kind", "KN")
                .value("status", "NEW")
                .value("receivedAt", Instant.parse("2024-05-01T02:00:00Z"));
    }

    static ChangeBuilder document(String id) {
        return change(QOFFICE, "Document:" + id)
                .value("documentId", id)
                .value("number", "87/TNMT")
                .value("subject", "V/v đất lâm nghiệp")
                .value("issuedOn", java.time.LocalDate.of(2024, 5, 10))
                .value("signed", true)
                .value("electronic", true);
    }

    static ChangeBuilder organization(String code) {
        return change(REGISTRY, "Organization:" + code).value("code", code).value("name", "Đơn vị " + code);
    }

    /** A clock that stands until it is set. */
    static final class TestClock extends Clock {
        private volatile Instant now;

        TestClock(Instant now) {
            this.now = now;
        }

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return Stored.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Writes a page in a transaction that the caller ends. */
    Optional<PageWriter.Taken> write(Transaction tx, Page page) {
        PageWriter writer = new PageWriter(
                new Shapes(MODEL), new Projector(FieldOwners.NONE), SNAPSHOTS, CIPHER, IngestSettings.DEFAULT);
        return writer.take(tx, page, territory.current(), clock.instant());
    }
}
