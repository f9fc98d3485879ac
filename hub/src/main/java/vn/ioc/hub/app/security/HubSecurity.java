// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.api.live.LiveSettings;
import vn.ioc.hub.app.HubProperties;

/** Who may call: bearer tokens only, no session, no cookie; everything but the published short list needs one. */
@Configuration(proxyBeanMethods = false)
class HubSecurity {
    /** What a token for the hub names as its audience. */
    static final String AUDIENCE = "ioc-hub";

    private static final String CONTENT_SECURITY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    static OAuth2TokenValidator<Jwt> audience() {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(AUDIENCE));
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiChain(HttpSecurity http, HubProperties hub) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/index.html", "/console/**", "/schema.graphqls", "/error")
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .requestMatchers(HubSecurity::opensSocket)
                        .permitAll()
                        .requestMatchers("/graphql")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/ingest/*")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(
                        server -> server.jwt(org.springframework.security.config.Customizer.withDefaults())
                                .authenticationEntryPoint((request, response, failure) -> unauthenticated(response)))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, failure) -> unauthenticated(response)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY)))
                .cors(cors -> cors.configurationSource(origins(hub)))
                .csrf(AbstractHttpConfigurer::disable);
        return http.build();
    }

    /** A browser cannot send a token with a handshake: {@link SocketSignIn} asks for it before anything else. */
    private static boolean opensSocket(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getServletPath().equals("/graphql")
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    @Bean
    SocketSignIn socketSignIn(JwtDecoder tokens, LiveSettings live) {
        return new SocketSignIn(tokens, new CallerConnections(live.connectionsPerCaller()), Clock.systemUTC());
    }

    @Bean
    SocketHandler socketHandler(
            WebGraphQlHandler graphQl, JsonMapper json, GraphQlProperties settings, HubProperties hub) {
        return new SocketHandler(
                graphQl, json, settings.getWebsocket(), hub.cors().allowedOrigins());
    }

    private static UrlBasedCorsConfigurationSource origins(HubProperties hub) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!hub.cors().allowedOrigins().isEmpty()) {
            CorsConfiguration cors = new CorsConfiguration();
            cors.setAllowedOrigins(hub.cors().allowedOrigins());
            cors.setAllowedMethods(List.of("GET", "POST"));
            cors.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE));
            source.registerCorsConfiguration("/**", cors);
        }
        return source;
    }

    /** The same words for every bad token: what is wrong with it is nobody's business. */
    private static void unauthenticated(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType("application/graphql-response+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"errors\":[{\"message\":\"A valid access token is needed.\","
                        + "\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}");
    }
}
