// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of subscriptions, {@code hub.live.*}.
 *
 * @param poll how often the outbox is asked for what is new
 * @param recent newest changes kept in memory for all subscribers; older ones come from the outbox
 * @param page changes judged, and records read, at once for one subscriber
 * @param patience how long a subscriber may leave a change that is ready unread
 * @param perConnection subscriptions of one connection
 * @param perCaller subscriptions of one caller, in this process
 * @param connectionsPerCaller WebSockets of one caller, in this process
 */
@ConfigurationProperties("hub.live")
public record LiveSettings(
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("10000") int recent,
        @DefaultValue("100") int page,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("20") int perConnection,
        @DefaultValue("50") int perCaller,
        @DefaultValue("20") int connectionsPerCaller) {}
