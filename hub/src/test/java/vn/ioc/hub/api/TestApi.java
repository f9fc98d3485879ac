// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.graph.AreaCovers;
import vn.ioc.hub.graph.CursorSigner;
import vn.ioc.hub.graph.GraphConfiguration;
import vn.ioc.hub.graph.ReadObserver;
import vn.ioc.hub.graph.ReadSettings;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.SdlFile;

/** GraphQL as the hub wires it, without HTTP: asks as a signed-in caller and counts statements. */
public final class TestApi implements AutoCloseable {
    /** As Spring for GraphQL's transports do it. */
    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().build();

    /** Long, so that a busy machine does not fail a test. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;
    private final Counter counter;

    TestApi(Map<String, Set<String>> covers, SdlFile... further) {
        this(covers, List.of(), List.of(further));
    }

    /** @param wiring configurations beside that of records */
    public TestApi(Map<String, Set<String>> covers, List<Class<?>> wiring, List<SdlFile> further) {
        RecordModel model = RecordModel.withBuiltIn(further);
        this.counter = new Counter();
        this.context = new SpringApplicationBuilder(
                        Stream.concat(Stream.of(Wiring.class), wiring.stream()).toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.graphql.schema.inspection.enabled",
                        "false",
                        "spring.main.banner-mode",
                        "off",
                        "hub.limits.time",
                        PATIENCE.toSeconds() + "s"))
                .initializers(c -> {
                    c.getBeanFactory().registerSingleton("recordModel", model);
                    c.getBeanFactory().registerSingleton("readObserver", counter);
                    AreaCovers areas = area -> covers.getOrDefault(area, Set.of());
                    c.getBeanFactory().registerSingleton("areaCovers", areas);
                })
                .run();
    }

    ExecutionGraphQlResponse ask(String document) {
        return ask(document, Map.of(), List.of(), "leader");
    }

    public ExecutionGraphQlResponse ask(
            String document, Map<String, Object> variables, List<String> areas, String... roles) {
        Jwt token = Jwt.withTokenValue("t")
                .header("alg", "none")
                .issuer("https://issuer.test")
                .subject("tester")
                .claim("roles", List.of(roles))
                .claim("areas", areas)
                .issuedAt(Instant.now())
                .build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token, List.of()));
        try {
            counter.reset();
            return context.getBean(ExecutionGraphQlService.class)
                    .execute(new DefaultExecutionGraphQlRequest(
                            document, null, new HashMap<>(variables), null, "1", null))
                    .contextWrite(SNAPSHOTS.captureAll()::updateContext)
                    .block();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Of the operation that was asked last. */
    public int statements() {
        return counter.statements;
    }

    long databaseHits() {
        return counter.databaseHits;
    }

    void profile(boolean profiles) {
        counter.profiles = profiles;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Code of the first error. */
    static Optional<Object> code(ExecutionGraphQlResponse response) {
        return response.getErrors().stream()
                .findFirst()
                .map(e -> e.getExtensions().get("code"));
    }

    private static final class Counter implements ReadObserver {
        private volatile boolean profiles;
        private int statements;
        private long databaseHits;

        @Override
        public boolean profiles() {
            return profiles;
        }

        @Override
        public synchronized void ran(String statement, long hits) {
            statements++;
            databaseHits += hits;
        }

        private synchronized void reset() {
            statements = 0;
            databaseHits = 0;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({ApiConfiguration.class, GraphConfiguration.class})
    @ImportAutoConfiguration(GraphQlAutoConfiguration.class)
    static class Wiring {
        @Bean(destroyMethod = "")
        Driver driver() {
            return Stores.driver();
        }

        @Bean
        ReadSettings readSettings() {
            ReadSettings usual = ReadSettings.DEFAULTS;
            return new ReadSettings(
                    usual.parallel(), PATIENCE, PATIENCE, usual.sortLimit(), usual.nodeLimit(), usual.plans());
        }

        @Bean
        CursorSigner cursorSigner() {
            return new CursorSigner(
                    "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }

        @Bean
        Policy policy(RecordModel model, AreaCovers covers) {
            return new Policy(model, covers::covers);
        }

        @Bean
        CodeLabels codeLabels() {
            return (list, code, on, language) -> switch (code) {
                case "OPEN" -> Optional.of(language.equals("EN") ? "Open" : "Đang xử lý");
                case "OF_LIST" -> Optional.of(list);
                default -> Optional.empty();
            };
        }
    }
}
