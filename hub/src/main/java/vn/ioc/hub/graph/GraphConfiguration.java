// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Clock;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ioc.schema.RecordModel;

/**
 * Reading of the graph. Needs beans {@link RecordModel}, {@link Driver}, {@link AreaCovers} and {@link CursorSigner};
 * {@link ReadSettings}, {@link ReadObserver}, the clock and
 * {@link FieldOwner} have defaults.
 */
@Configuration(proxyBeanMethods = false)
public class GraphConfiguration {
    @Bean
    StatementRunner statementRunner(
            Driver driver, ObjectProvider<ReadSettings> settings, ObjectProvider<ReadObserver> observer) {
        return new StatementRunner(
                driver,
                settings.getIfAvailable(() -> ReadSettings.DEFAULTS),
                observer.getIfAvailable(() -> ReadObserver.NONE));
    }

    @Bean
    TallyReader tallyReader(RecordModel model, AreaCovers covers, StatementRunner runner, ObjectProvider<Clock> clock) {
        return new TallyReader(model, covers, runner, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    RecordReader recordReader(
            RecordModel model,
            AreaCovers covers,
            CursorSigner signer,
            StatementRunner runner,
            ObjectProvider<ReadSettings> settings,
            ObjectProvider<Clock> clock,
            ObjectProvider<FieldOwner> owners) {
        return new RecordReader(
                model,
                covers,
                signer,
                runner,
                settings.getIfAvailable(() -> ReadSettings.DEFAULTS),
                clock.getIfAvailable(Clock::systemUTC),
                owners.getIfAvailable(() -> FieldOwner.NONE));
    }
}
