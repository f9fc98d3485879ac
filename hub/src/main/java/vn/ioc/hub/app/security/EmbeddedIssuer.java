// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import vn.ioc.hub.app.HubProperties;
import vn.ioc.hub.app.KeyFiles;

/** An authorization server for one machine: the demo users, their tokens and the key that signs them. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class EmbeddedIssuer {
    private static final String CONSOLE = "console";
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern AREA = Pattern.compile("[0-9]{1,5}");

    @Bean
    RegisteredClientRepository clients(KeyFiles keys, HubProperties hub) {
        byte[] key = keys.key("issuer-clients");
        TokenSettings tokens = TokenSettings.builder()
                .accessTokenTimeToLive(hub.issuer().tokenTtl())
                .build();
        List<RegisteredClient> clients = Stream.concat(DemoUsers.NAMES.stream(), Stream.of(DemoUsers.PUSH))
                .map(user -> RegisteredClient.withId(user)
                        .clientId(user)
                        .clientSecret("{noop}" + DemoUsers.secret(key, user))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenSettings(tokens)
                        .build())
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        clients.add(console(hub, tokens));
        return new InMemoryRegisteredClientRepository(clients);
    }

    /** The page for leaders: a public client, so that PKCE stands in for a secret. */
    private static RegisteredClient console(HubProperties hub, TokenSettings tokens) {
        return RegisteredClient.withId(CONSOLE)
                .clientId(CONSOLE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(issuer(hub) + "/")
                .scope("hub")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens)
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(HubProperties hub) {
        return AuthorizationServerSettings.builder()
                .issuer(issuer(hub).toString())
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            String user = Objects.requireNonNull(context.<Authentication>getPrincipal(), "principal")
                    .getName();
            context.getClaims().audience(List.of(HubSecurity.AUDIENCE));
            Optional.ofNullable(context.getRegisteredClient())
                    .ifPresent(client -> context.getClaims().claim("client_id", client.getClientId()));
            if (user.equals(DemoUsers.PUSH)) {
                context.getClaims().claim("roles", Set.of()).claim("scope", scope(context));
                return;
            }
            context.getClaims().claim("roles", Set.of(user));
            if (user.equals("officer")) {
                context.getClaims().claim("areas", List.of(area(context)));
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(KeyFiles keys) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(keys.folder())));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> source, HubProperties hub) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(source).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new JwtIssuerValidator(issuer(hub).toString()), HubSecurity.audience()));
        return decoder;
    }

    private static Set<String> scope(JwtEncodingContext context) {
        return asked(context, "source") instanceof String source
                        && SOURCE.matcher(source).matches()
                ? Set.of("ingest:" + source)
                : Set.of();
    }

    private static @Nullable Object asked(JwtEncodingContext context, String parameter) {
        return context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken grant
                ? grant.getAdditionalParameters().get(parameter)
                : null;
    }

    private static String area(JwtEncodingContext context) {
        Object asked = asked(context, "area");
        return asked instanceof String code && AREA.matcher(code).matches() ? code : DemoUsers.DEFAULT_AREA;
    }

    private static URI issuer(HubProperties hub) {
        return Objects.requireNonNull(hub.issuer().url(), "hub.issuer.url");
    }
}
