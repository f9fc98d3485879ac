// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ioc.hub.api.operation.OperationLimits;
import vn.ioc.hub.api.sources.OnDemandPulls;
import vn.ioc.hub.api.sources.RejectionDesk;
import vn.ioc.hub.api.sources.SourceDesk;
import vn.ioc.hub.api.sources.SourceMetrics;
import vn.ioc.hub.api.sources.SourceOverview;
import vn.ioc.hub.api.sources.SourcePreview;
import vn.ioc.hub.ingest.Comparison;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.hub.ingest.Rejections;
import vn.ioc.hub.ingest.StreamStates;
import vn.ioc.integrations.route.RunnerSettings;
import vn.ioc.integrations.route.SourceRunner;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.StreamManifest;

/** The sources as operators see and steer them. */
@Configuration(proxyBeanMethods = false)
class SourceWiring {
    /** Parts of the time that a request may take: to wait for a pull, and to read sources for a preview, which it then compares. */
    private static final int WAITING = 80;

    private static final int READING = 50;

    private static Duration part(int percent, Duration whole) {
        return whole.multipliedBy(percent).dividedBy(100);
    }

    @Bean
    OnDemandPulls onDemandPulls(SourceRunner runner) {
        return new OnDemandPulls(runner::runNow);
    }

    @Bean
    SourceOverview sourceOverview(
            SourceCatalog sources, SourceRunner runner, OnDemandPulls pulls, StreamStates states, Clock clock) {
        return new SourceOverview(sources, runner, pulls, states, clock);
    }

    @Bean
    SourceMetrics sourceMetrics(SourceCatalog sources, SourceOverview overview) {
        return new SourceMetrics(
                overview,
                sources.sources().stream()
                        .flatMap(s -> s.streams().stream())
                        .map(StreamManifest::id)
                        .toList());
    }

    @Bean
    SourceDesk sourceDesk(
            SourceCatalog sources,
            SourceOverview overview,
            SourceRunner runner,
            OnDemandPulls pulls,
            Neo4jGraph graph,
            StreamStates states,
            Comparison comparison,
            OperationLimits limits) {
        return new SourceDesk(
                sources,
                overview,
                pulls,
                graph,
                states,
                new SourcePreview(runner, comparison, part(READING, limits.time())),
                part(WAITING, limits.time()));
    }

    @Bean
    RejectionDesk rejectionDesk(
            SourceCatalog sources, Rejections rejections, Neo4jGraph graph, RunnerSettings settings) {
        return new RejectionDesk(sources, rejections, graph, settings.hmac());
    }
}
