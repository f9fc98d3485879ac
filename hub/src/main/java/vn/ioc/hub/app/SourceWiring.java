// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    @Bean
    SourceOverview sourceOverview(SourceCatalog sources, SourceRunner runner, StreamStates states, Clock clock) {
        return new SourceOverview(sources, runner, states, clock);
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
            Neo4jGraph graph,
            StreamStates states,
            Comparison comparison) {
        return new SourceDesk(sources, overview, runner, graph, states, new SourcePreview(runner, comparison));
    }

    @Bean
    RejectionDesk rejectionDesk(
            SourceCatalog sources, Rejections rejections, Neo4jGraph graph, RunnerSettings settings) {
        return new RejectionDesk(sources, rejections, graph, settings.hmac());
    }
}
