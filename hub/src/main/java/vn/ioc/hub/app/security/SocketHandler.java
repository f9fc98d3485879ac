// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * The endpoint's WebSockets. When the hub stops it closes them by 1001, so that clients go on elsewhere. A handshake is not
 * under the rules of CORS, and Spring for GraphQL asks for its origin only when origins are configured: here a page of another
 * origin than those listed is refused also when none is.
 */
final class SocketHandler extends GraphQlWebSocketHandler implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);
    private static final String SESSION = SocketHandler.class.getName();
    /** For those that do not read: a stop waits no longer for them. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();

    SocketHandler(
            WebGraphQlHandler graphQl, JsonMapper json, GraphQlProperties.Websocket settings, List<String> origins) {
        super(
                graphQl,
                new JacksonJsonHttpMessageConverter(json),
                settings.getConnectionInitTimeout(),
                settings.getKeepAlive(),
                only(origins));
    }

    private static CorsConfiguration only(List<String> origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        return cors;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.getAttributes().put(SESSION, session);
        open.put(session.getId(), session);
        super.afterConnectionEstablished(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        open.remove(session.getId());
        super.afterConnectionClosed(session, status);
    }

    /** Before the server stops, which would break the lines without a word. */
    @Override
    public void onApplicationEvent(ContextClosedEvent stopping) {
        List<Thread> farewells = open.values().stream()
                .map(session -> Thread.startVirtualThread(() -> goAway(session)))
                .toList();
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Thread farewell : farewells) {
                if (!farewell.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    LOG.info("some subscribers did not read that the hub stops");
                    return;
                }
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static void goAway(WebSocketSession session) {
        try {
            session.close(CloseStatus.GOING_AWAY);
        } catch (IOException gone) {
            LOG.debug("a subscriber went first", gone);
        }
    }

    /** The connection that has these attributes, so that who signs in on it can close it with a code of its own. */
    static WebSocketSession session(Map<String, Object> attributes) {
        return (WebSocketSession) Objects.requireNonNull(attributes.get(SESSION), "a connection of this handler");
    }
}
