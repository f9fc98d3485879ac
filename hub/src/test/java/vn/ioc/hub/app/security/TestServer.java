// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.api.ApiConfiguration;
import vn.ioc.hub.api.CodeLabels;
import vn.ioc.hub.api.live.LiveConfiguration;
import vn.ioc.hub.app.HubProperties;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.graph.AreaCovers;
import vn.ioc.hub.graph.CursorSigner;
import vn.ioc.hub.graph.GraphConfiguration;
import vn.ioc.hub.ingest.IngestSettings;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.schema.RecordModel;

/**
 * The API over HTTP and WebSocket as the hub secures it, on the real Neo4j, with tokens that the test signs. One per test
 * JVM, started by the first test that asks: subjects and keys of records are a test's own.
 */
final class TestServer implements AutoCloseable {
    /** An origin that browsers may come from. */
    static final String ORIGIN = "https://ioc.example";

    /** What a caller may spend in a minute. */
    static final int POINTS = 20_000;

    /** Of the clients {@code trying}, {@code listing} and {@code trusting}. */
    static final Path MANIFEST =
            Path.of(System.getProperty("ioc.root")).resolve("hub/src/test/resources/trusted-documents.json");

    /** Subscriptions of one connection. */
    static final int PER_CONNECTION = 3;

    /** WebSockets of one caller. */
    static final int CONNECTIONS_PER_CALLER = 20;

    private static final SecretKeySpec KEY =
            new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    private static final JsonMapper JSON = new JsonMapper();
    private static TestServer shared;

    private final ServletWebServerApplicationContext context;
    final HttpClient http = HttpClient.newHttpClient();

    private TestServer(String origins, String... more) {
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.SERVLET)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--management.server.port=-1",
                                        "--hub.cors.allowed-origins=" + origins,
                                        "--hub.budget.points=" + POINTS,
                                        "--hub.documents.clients.trying.mode=audit",
                                        "--hub.documents.clients.trying.manifest=" + MANIFEST,
                                        "--hub.documents.clients.listing.mode=listed",
                                        "--hub.documents.clients.listing.manifest=" + MANIFEST,
                                        "--hub.documents.clients.trusting.mode=id-only",
                                        "--hub.documents.clients.trusting.manifest=" + MANIFEST,
                                        "--hub.live.poll=20ms",
                                        "--hub.live.patience=1s",
                                        "--hub.live.per-connection=" + PER_CONNECTION,
                                        "--hub.live.connections-per-caller=" + CONNECTIONS_PER_CALLER),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    static synchronized TestServer shared() {
        if (shared == null) {
            shared = new TestServer(ORIGIN);
        }
        return shared;
    }

    /** A further instance on the same stores, for one test, which closes it; no foreign origin is listed. @param more settings */
    static TestServer another(String... more) {
        return new TestServer("", more);
    }

    @Override
    public void close() {
        context.close();
    }

    int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    URI address() {
        return URI.create("http://localhost:" + port() + "/graphql");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static String token(String subject, String role, Duration life) {
        return token(subject, role, "tests", life);
    }

    static String token(String subject, String role, String client, Duration life) {
        Instant now = Instant.now();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer("https://issuer.test")
                .subject(subject)
                .audience(List.of(HubSecurity.AUDIENCE))
                .claim("roles", List.of(role))
                .claim("azp", client)
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .build();
        return new NimbusJwtEncoder(new ImmutableSecret<>(KEY))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }

    JsonNode ask(String token, String query) {
        return JSON.readTree(post(token, Map.of("query", query)).body());
    }

    HttpResponse<String> post(String token, Map<String, ?> body) {
        return send(request(token).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    HttpRequest.Builder request(String token) {
        return HttpRequest.newBuilder(address())
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** Code of the first error. */
    static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.apache.camel.spring.boot.CamelAutoConfiguration",
                "org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration",
                "org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchClientAutoConfiguration"
            })
    @EnableConfigurationProperties(HubProperties.class)
    @Import({ApiConfiguration.class, GraphConfiguration.class, LiveConfiguration.class, HubSecurity.class})
    static class Wiring {
        @Bean
        RecordModel recordModel() {
            return RecordModel.withBuiltIn(List.of());
        }

        @Bean(destroyMethod = "")
        Driver driver() {
            return Stores.driver();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Outbox outbox(Driver driver, Clock clock) {
            return new Outbox(driver, clock, IngestSettings.DEFAULT);
        }

        @Bean
        CursorSigner cursorSigner() {
            return new CursorSigner(KEY.getEncoded());
        }

        @Bean
        AreaCovers areaCovers() {
            return area -> Set.of();
        }

        @Bean
        Policy policy(RecordModel model, AreaCovers covers) {
            return new Policy(model, covers::covers);
        }

        @Bean
        CodeLabels codeLabels() {
            return (list, code, on, language) -> Optional.empty();
        }

        @Bean
        JwtDecoder jwtDecoder() {
            return NimbusJwtDecoder.withSecretKey(KEY)
                    .macAlgorithm(MacAlgorithm.HS256)
                    .build();
        }
    }
}
