// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.ingest.Comparison;
import vn.ioc.hub.ingest.FieldOwners;
import vn.ioc.hub.ingest.GraphSchema;
import vn.ioc.hub.ingest.IngestSettings;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.hub.ingest.RejectionCipher;
import vn.ioc.hub.ingest.Rejections;
import vn.ioc.hub.ingest.StreamStates;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.mapping.Hmac;
import vn.ioc.integrations.pull.Backoff;
import vn.ioc.integrations.route.RunnerSettings;
import vn.ioc.integrations.route.SourceRunner;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.StreamManifest;

/** One process of the hub around the real graph, as far as sources are concerned, with sources from a folder of the test. */
final class Desk implements AutoCloseable {
    static final String SOURCE = "hotline";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final SourceDesk sources;
    final SourceMetrics metrics;
    final RejectionDesk rejections;
    final SourceRunner runner;
    final SourceCatalog catalog;
    final Neo4jGraph graph;
    private final Policy policy;

    private Desk(Path folder) {
        catalog = SourceCatalog.load(List.of(folder), List.of());
        Clock clock = Clock.systemUTC();
        GraphSchema.ensure(Stores.driver(), catalog.model(), Duration.ofSeconds(60));
        graph = new Neo4jGraph(
                "desk",
                Stores.driver(),
                catalog.model(),
                new FieldOwners(owners()),
                Set.of(),
                new Territory(Stores.driver(), catalog.model(), clock),
                clock,
                new RejectionCipher(new byte[32]),
                IngestSettings.DEFAULT);
        Hmac hmac = new Hmac(new byte[32]);
        RunnerSettings settings = new RunnerSettings(
                name -> Optional.empty(), hmac, clock, Backoff.DEFAULT, Duration.ZERO, Duration.ofSeconds(5));
        runner = new SourceRunner(catalog.sources(), catalog.codes(), graph, settings);
        StreamStates states = new StreamStates(Stores.driver());
        OnDemandPulls pulls = new OnDemandPulls(runner::runNow);
        SourceOverview overview = new SourceOverview(catalog, runner, pulls, states, clock);
        metrics = new SourceMetrics(
                overview,
                catalog.sources().stream()
                        .flatMap(s -> s.streams().stream())
                        .map(StreamManifest::id)
                        .toList());
        FieldOwners owners = new FieldOwners(owners());
        sources = new SourceDesk(
                catalog,
                overview,
                pulls,
                graph,
                states,
                new SourcePreview(
                        runner,
                        new Comparison(
                                Stores.driver(), catalog.model(), owners, Set.of(), clock, IngestSettings.DEFAULT),
                        PATIENCE),
                PATIENCE);
        rejections = new RejectionDesk(
                catalog, new Rejections(Stores.driver(), new RejectionCipher(new byte[32])), graph, hmac);
        policy = new Policy(catalog.model(), code -> Set.of());
    }

    /** Starts a process; what another one left in the graph stays. */
    static Desk start(Path folder) {
        return new Desk(folder);
    }

    private Map<String, String> owners() {
        return catalog.sources().stream()
                .flatMap(s -> s.owns().stream().map(f -> Map.entry(f, s.name())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Rights rights(String... roles) {
        return policy.rightsOf(new Caller("issuer", "tester", Set.of(roles), List.of()));
    }

    SourceView view() {
        return sources.list().stream()
                .filter(s -> s.name().equals(SOURCE))
                .findFirst()
                .orElseThrow();
    }

    StreamView stream() {
        return view().streams().getFirst();
    }

    List<RejectionView> rejected(String... roles) {
        return rejections.find(
                new Rejections.Which(Optional.of(SOURCE), Optional.empty(), Optional.empty(), Optional.empty()),
                100,
                true,
                rights(roles));
    }

    /** Titles of the visible records of a type, sorted. */
    static List<String> titles(String type) {
        return Stores.driver()
                .executableQuery("MATCH (n:Entity) WHERE $type IN labels(n) RETURN n.title AS t ORDER BY t")
                .withParameters(Map.of("type", type))
                .execute()
                .records()
                .stream()
                .map(r -> r.get("t").asString())
                .toList();
    }

    /** Writes a file as of a while ago, so that it counts as written; a later content is another age. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Instant before = Files.exists(file)
                ? Files.getLastModifiedTime(file).toInstant()
                : Instant.now().minusSeconds(3_600);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(before.plusSeconds(1)));
    }

    @Override
    public void close() {
        runner.close();
    }
}
