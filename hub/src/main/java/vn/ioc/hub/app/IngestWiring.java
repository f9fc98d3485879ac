// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.ingest.Comparison;
import vn.ioc.hub.ingest.FieldOwners;
import vn.ioc.hub.ingest.IngestSettings;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.hub.ingest.RejectionCipher;
import vn.ioc.hub.ingest.Rejections;
import vn.ioc.hub.ingest.StreamStates;
import vn.ioc.hub.territory.Area;
import vn.ioc.hub.territory.AreaCatalog;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.mapping.Hmac;
import vn.ioc.integrations.route.RunnerSettings;
import vn.ioc.integrations.route.SourceRunner;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.SdlFile;

/** The model, the writing side and the territory. */
@Configuration(proxyBeanMethods = false)
class IngestWiring {
    @Bean
    KeyFiles keyFiles(HubProperties hub, Environment environment) {
        if (hub.keys() == null) {
            throw new StartupException(
                    StartupException.Reason.KEY_MISSING, "hub.keys is not set: name the folder of the hub's key files");
        }
        boolean embedded = environment.acceptsProfiles(Profiles.of("embedded"));
        return new KeyFiles(hub.keys(), embedded);
    }

    /** The clock of everything that counts days: {@code hub.today} at the machine's time of day, when it is set. */
    @Bean
    Clock clock(HubProperties hub) {
        Clock machine = Clock.systemUTC();
        if (hub.today() == null) {
            return machine;
        }
        java.time.LocalDate now = java.time.LocalDate.now(machine.withZone(java.time.ZoneId.of("Asia/Ho_Chi_Minh")));
        return Clock.offset(machine, Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(now, hub.today())));
    }

    @Bean
    SourceCatalog sourceCatalog(HubProperties hub) {
        List<Path> folders = new ArrayList<>();
        if (hub.builtInSources() != null) {
            folders.add(hub.builtInSources());
        }
        folders.addAll(hub.sources());
        List<SdlFile> further = hub.schema().stream()
                .flatMap(path -> {
                    if (!Files.exists(path)) {
                        throw new StartupException(
                                StartupException.Reason.UNSAFE_CONFIGURATION,
                                "hub.schema names " + path + ", which is not there");
                    }
                    return SdlFile.in(path).stream();
                })
                .toList();
        return SourceCatalog.load(folders, further);
    }

    @Bean
    RecordModel recordModel(SourceCatalog sources) {
        return sources.model();
    }

    @Bean
    Territory territory(Driver driver, RecordModel model, Clock clock) {
        return new Territory(driver, model, clock);
    }

    @Bean
    Neo4jGraph graph(
            Driver driver,
            RecordModel model,
            SourceCatalog sources,
            Territory territory,
            Clock clock,
            RejectionCipher cipher,
            Environment environment) {
        // The lock on the data folder lets one embedded hub run at a time; elsewhere many may.
        boolean single = environment.acceptsProfiles(Profiles.of("embedded"));
        return new Neo4jGraph(
                single ? "embedded" : UUID.randomUUID().toString(),
                driver,
                model,
                owners(sources),
                snapshots(sources),
                territory,
                clock,
                cipher,
                IngestSettings.DEFAULT);
    }

    /**
     * {@code ${NAME}} in a manifest is {@code hub.parameters.NAME}, else what a system started beside the hub gives, else the
     * environment variable or file property of that name.
     */
    @Bean
    RunnerSettings runnerSettings(
            HubProperties hub,
            Environment environment,
            KeyFiles keys,
            Clock clock,
            ObjectProvider<LateParameters> started) {
        LateParameters late = started.getIfAvailable(() -> name -> Optional.empty());
        return RunnerSettings.of(
                name -> Optional.ofNullable(hub.parameters().get(name))
                        .or(() -> late.find(name))
                        .or(() -> Optional.ofNullable(environment.getProperty(name))),
                new Hmac(keys.key("official-numbers")),
                clock);
    }

    @Bean(destroyMethod = "close")
    SourceRunner sourceRunner(SourceCatalog sources, Neo4jGraph graph, RunnerSettings settings) {
        return new SourceRunner(sources.sources(), sources.codes(), graph, settings);
    }

    @Bean
    Outbox outbox(Driver driver, Clock clock) {
        return new Outbox(driver, clock, IngestSettings.DEFAULT);
    }

    @Bean
    Comparison comparison(Driver driver, RecordModel model, SourceCatalog sources, Clock clock) {
        return new Comparison(driver, model, owners(sources), snapshots(sources), clock, IngestSettings.DEFAULT);
    }

    @Bean
    RejectionCipher rejectionCipher(KeyFiles keys) {
        return new RejectionCipher(keys.key("rejections"));
    }

    @Bean
    Rejections rejections(Driver driver, RejectionCipher cipher) {
        return new Rejections(driver, cipher);
    }

    @Bean
    StreamStates streamStates(Driver driver) {
        return new StreamStates(driver);
    }

    @Bean
    Policy policy(RecordModel model, Territory territory) {
        return new Policy(model, code -> covers(territory.current(), code));
    }

    private static Set<String> covers(AreaCatalog areas, String code) {
        return areas.findLatestByCode(code).map(Area::uid).map(areas::covers).orElse(Set.of());
    }

    private static FieldOwners owners(SourceCatalog sources) {
        Map<String, String> owners = new HashMap<>();
        for (SourceManifest source : sources.sources()) {
            source.owns().forEach(field -> owners.put(field, source.name()));
        }
        return new FieldOwners(owners);
    }

    private static Set<StreamId> snapshots(SourceCatalog sources) {
        return sources.sources().stream()
                .flatMap(s -> s.streams().stream())
                .filter(s ->
                        s.mapping().records().stream().anyMatch(r -> r.version().isEmpty()))
                .map(s -> s.id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
