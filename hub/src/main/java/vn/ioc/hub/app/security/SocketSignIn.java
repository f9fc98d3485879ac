// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.server.support.BearerTokenAuthenticationExtractor;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.socket.WebSocketSession;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import vn.ioc.hub.api.CallerResolver;
import vn.ioc.hub.api.ErrorCode;

/**
 * Who speaks on a WebSocket: the token of {@code connection_init} ({@code Authorization: Bearer …}), else that of the
 * handshake. Without one the connection is refused, and so is one too many of a caller; every operation asks again whether the
 * token still holds.
 */
@Order(10)
final class SocketSignIn implements WebSocketGraphQlInterceptor {
    private static final String CALLER = SocketSignIn.class.getName();

    private final BearerTokenAuthenticationExtractor extractor = new BearerTokenAuthenticationExtractor();
    private final JwtAuthenticationProvider tokens;
    private final CallerConnections connections;
    private final Clock clock;

    SocketSignIn(JwtDecoder decoder, CallerConnections connections, Clock clock) {
        this.tokens = new JwtAuthenticationProvider(decoder);
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo session, Map<String, Object> payload) {
        return extractor
                .getAuthentication(payload)
                .mapNotNull(tokens::authenticate)
                .switchIfEmpty(session.getPrincipal().ofType(Authentication.class))
                .ofType(JwtAuthenticationToken.class)
                .switchIfEmpty(Mono.error(new BadCredentialsException("no token")))
                .flatMap(caller -> enter(session, caller));
    }

    /** The handler closes a connection that fails here by 4401; one that is closed already keeps its own status. */
    private Mono<Object> enter(WebSocketSessionInfo info, JwtAuthenticationToken caller) {
        WebSocketSession session = SocketHandler.session(info.getAttributes());
        Jwt token = caller.getToken();
        if (connections.enter(session, token.getClaimAsString(JwtClaimNames.ISS) + " " + token.getSubject())) {
            info.getAttributes().put(CALLER, caller);
            return Mono.empty();
        }
        try {
            session.close(CallerConnections.TOO_MANY);
        } catch (IOException gone) {
            return Mono.error(gone);
        }
        return Mono.error(new BadCredentialsException("too many connections"));
    }

    @Override
    public void handleConnectionClosed(WebSocketSessionInfo session, int status, Map<String, Object> payload) {
        connections.leave(session.getAttributes());
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!(request instanceof WebSocketGraphQlRequest socket)) {
            return chain.next(request);
        }
        WebSocketSessionInfo session = socket.getSessionInfo();
        @Nullable Object caller = session.getAttributes().get(CALLER);
        if (!(caller instanceof JwtAuthenticationToken token) || expired(token)) {
            return Mono.just(refused(request));
        }
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(Map.of(CallerResolver.CONNECTION, session.getId()))
                        .build());
        return chain.next(request)
                .contextWrite(Context.of(SecurityContext.class.getName(), new SecurityContextImpl(token)));
    }

    private boolean expired(JwtAuthenticationToken token) {
        Instant end = token.getToken().getExpiresAt();
        return end != null && !clock.instant().isBefore(end);
    }

    private static WebGraphQlResponse refused(WebGraphQlRequest request) {
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                request.toExecutionInput(),
                ExecutionResult.newExecutionResult()
                        .addError(GraphQLError.newError()
                                .message("a valid token is needed")
                                .errorType(ErrorType.UNAUTHORIZED)
                                .extensions(Map.of("code", ErrorCode.UNAUTHENTICATED.name()))
                                .build())
                        .build()));
    }
}
