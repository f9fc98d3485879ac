// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ioc.hub.api.CodeLabels;
import vn.ioc.hub.graph.AreaCovers;
import vn.ioc.hub.graph.CursorSigner;
import vn.ioc.hub.graph.FieldOwner;
import vn.ioc.hub.graph.ReadObserver;
import vn.ioc.hub.territory.Area;
import vn.ioc.hub.territory.AreaCatalog;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.source.SourceCatalog;

/** The reading side. */
@Configuration(proxyBeanMethods = false)
class ReadWiring {
    @Bean
    AreaCovers areaCovers(Territory territory) {
        return area -> covers(territory.current(), area);
    }

    @Bean
    ReadObserver readObserver(HubProperties hub, MeterRegistry meters) {
        return new ReadMetrics(hub.profileReads(), meters);
    }

    @Bean
    CursorSigner cursorSigner(KeyFiles keys) {
        return new CursorSigner(keys.key("cursors"));
    }

    @Bean
    CodeLabels codeLabels(SourceCatalog sources, Clock clock) {
        return (list, code, on, language) -> Optional.of(
                sources.codes().label(list, code, language.equals("EN"), on == null ? LocalDate.now(clock) : on));
    }

    @Bean
    FieldOwner fieldOwner(SourceCatalog sources) {
        Map<String, String> owners = new HashMap<>();
        sources.sources().forEach(source -> source.owns().forEach(field -> owners.put(field, source.name())));
        return (type, field) -> Optional.ofNullable(owners.get(type + "." + field));
    }

    private static Set<String> covers(AreaCatalog areas, String area) {
        return areas.find(area)
                .or(() -> areas.findLatestByCode(area))
                .map(Area::uid)
                .map(areas::covers)
                .orElse(Set.of());
    }
}
