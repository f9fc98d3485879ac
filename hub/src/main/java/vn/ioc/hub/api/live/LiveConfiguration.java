// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import vn.ioc.hub.api.search.SearchArguments;
import vn.ioc.hub.graph.AreaCovers;
import vn.ioc.hub.graph.CursorSigner;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.schema.RecordModel;

/** Subscriptions. Needs beans {@link Outbox}, {@link CursorSigner} and {@link MeterRegistry} beside those of the API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
@Import(ChangesController.class)
public class LiveConfiguration {
    @Bean(destroyMethod = "close")
    OutboxTail outboxTail(Outbox outbox, LiveSettings settings) {
        return new OutboxTail(outbox, settings);
    }

    /** Streams end before the server waits for its requests to end. */
    @Bean
    ApplicationListener<ContextClosedEvent> streamsEnd(OutboxTail tail) {
        return closing -> tail.close();
    }

    @Bean
    SharedRecords sharedRecords(RecordReader reader, MeterRegistry meters) {
        return new SharedRecords(reader, meters);
    }

    @Bean
    SubscriptionCaps subscriptionCaps(LiveSettings settings, MeterRegistry meters) {
        return new SubscriptionCaps(settings, meters);
    }

    @Bean
    ChangeCursor changeCursor(CursorSigner signer) {
        return new ChangeCursor(signer);
    }

    @Bean
    SearchArguments changeArguments(RecordModel model, AreaCovers covers, Clock clock) {
        return new SearchArguments(model, covers, clock);
    }
}
