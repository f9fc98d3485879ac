// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.api.ApiConfiguration;
import vn.ioc.hub.api.CodeLabels;
import vn.ioc.hub.api.live.LiveConfiguration;
import vn.ioc.hub.app.HubProperties;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.graph.AreaCovers;
import vn.ioc.hub.graph.CursorSigner;
import vn.ioc.hub.graph.GraphConfiguration;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.schema.RecordModel;

/** The API over HTTP and WebSocket as the hub secures it, on the real Neo4j, with tokens that the test signs. */
final class TestServer implements AutoCloseable {
    private static final SecretKeySpec KEY =
            new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    private final ServletWebServerApplicationContext context;

    TestServer(RecordModel model, Outbox outbox, Map<String, Object> properties) {
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of("server.port", "0", "management.server.port", "-1"))
                .properties(properties)
                .initializers(c -> {
                    c.getBeanFactory().registerSingleton("recordModel", model);
                    c.getBeanFactory().registerSingleton("outbox", outbox);
                })
                .run("--server.port=0", "--management.server.port=-1");
    }

    int port() {
        return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static String token(String role, Duration life) {
        Instant now = Instant.now();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer("https://issuer.test")
                .subject(role)
                .audience(List.of(HubSecurity.AUDIENCE))
                .claim("roles", List.of(role))
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .build();
        return new NimbusJwtEncoder(new ImmutableSecret<>(KEY))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
    @EnableConfigurationProperties(HubProperties.class)
    @Import({ApiConfiguration.class, GraphConfiguration.class, LiveConfiguration.class, HubSecurity.class})
    static class Wiring {
        @Bean(destroyMethod = "")
        Driver driver() {
            return Stores.driver();
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
