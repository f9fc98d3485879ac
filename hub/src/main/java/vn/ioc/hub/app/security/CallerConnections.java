// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import java.util.HashMap;
import java.util.Map;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import vn.ioc.hub.api.ErrorCode;

/** How many WebSockets each caller has open in this process; one too many is closed with 4403, the code as its reason. */
final class CallerConnections {
    static final CloseStatus TOO_MANY = new CloseStatus(4403, ErrorCode.LIMIT_CONNECTIONS.name());
    private static final String SEAT = CallerConnections.class.getName();

    private final int most;
    private final Map<String, Integer> open = new HashMap<>();

    /** @param most connections of one caller */
    CallerConnections(int most) {
        this.most = most;
    }

    /** @return false when the caller has as many as it may have */
    boolean enter(WebSocketSession session, String caller) {
        synchronized (open) {
            int count = open.getOrDefault(caller, 0);
            if (count >= most) {
                return false;
            }
            open.put(caller, count + 1);
        }
        session.getAttributes().put(SEAT, caller);
        if (!session.isOpen()) {
            // It was closed meanwhile, perhaps before there was a seat to give back.
            leave(session.getAttributes());
        }
        return true;
    }

    /** Gives back the seat of a connection, if it has one. */
    void leave(Map<String, Object> attributes) {
        if (attributes.remove(SEAT) instanceof String caller) {
            synchronized (open) {
                open.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
            }
        }
    }
}
