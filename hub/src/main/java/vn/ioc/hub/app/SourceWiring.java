// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import vn.ioc.hub.api.sources.RejectionDesk;
import vn.ioc.hub.api.sources.SourceDesk;
import vn.ioc.hub.api.sources.SourceMetrics;
import vn.ioc.hub.api.sources.SourceOverview;
import vn.ioc.hub.api.sources.SourcePreview;
import vn.ioc.hub.ingest.Comparison;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.hub.ingest.Rejections;
import vn.ioc.hub.ingest.StreamStates;
import vn.ioc.integrations.mapping.Hmac;
import vn.ioc.integrations.route.RunnerSettings;
import vn.ioc.integrations.route.SourceRunner;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.StreamManifest;

/** The sources, pulled from the moment that the hub is ready. */
@Configuration(proxyBeanMethods = false)
class SourceWiring {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWiring.class);

    /** {@code ${NAME}} in a manifest is {@code hub.parameters.NAME}, else the environment variable or file property of that name. */
    @Bean
    RunnerSettings runnerSettings(HubProperties hub, Environment environment, KeyFiles keys, Clock clock) {
        return RunnerSettings.of(
                name -> Optional.ofNullable(hub.parameters().get(name))
                        .or(() -> Optional.ofNullable(environment.getProperty(name))),
                new Hmac(keys.key("official-numbers")),
                clock);
    }

    @Bean(destroyMethod = "close")
    SourceRunner sourceRunner(SourceCatalog sources, Neo4jGraph graph, RunnerSettings settings) {
        return new SourceRunner(sources.sources(), sources.codes(), graph, settings);
    }

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

    @Bean
    PullStart pullStart(SourceRunner runner, Neo4jGraph graph) {
        return new PullStart(runner, graph);
    }

    /** Begins to pull once everything else stands. */
    record PullStart(SourceRunner runner, Neo4jGraph graph) {
        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            runner.start().whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.error("the first pulls ended early", failure);
                    return;
                }
                LOG.info("every source was pulled once; territory settled: {}", graph.settle());
            });
        }
    }
}
