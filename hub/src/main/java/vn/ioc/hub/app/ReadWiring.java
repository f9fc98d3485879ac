// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ioc.hub.api.CodeLabels;
import vn.ioc.hub.graph.AreaCovers;
import vn.ioc.hub.graph.CursorSigner;
import vn.ioc.hub.graph.ReadObserver;
import vn.ioc.hub.graph.ReadSettings;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.StatementRunner;
import vn.ioc.hub.territory.Area;
import vn.ioc.hub.territory.AreaCatalog;
import vn.ioc.hub.territory.Territory;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.schema.RecordModel;

/** The reading side. */
@Configuration(proxyBeanMethods = false)
class ReadWiring {
    @Bean
    AreaCovers areaCovers(Territory territory) {
        return area -> covers(territory.current(), area);
    }

    @Bean
    RecordReader recordReader(RecordModel model, AreaCovers covers, Driver driver, KeyFiles keys) {
        ReadSettings settings = ReadSettings.DEFAULTS;
        return new RecordReader(
                model,
                covers,
                new CursorSigner(keys.key("cursors")),
                new StatementRunner(driver, settings, ReadObserver.NONE),
                settings);
    }

    @Bean
    CodeLabels codeLabels(SourceCatalog sources, Clock clock) {
        return (code, english) -> sources.codes()
                .label(code.list(), code.code(), english, code.on() == null ? LocalDate.now(clock) : code.on());
    }

    private static Set<String> covers(AreaCatalog areas, String area) {
        return areas.find(area)
                .or(() -> areas.findLatestByCode(area))
                .map(Area::uid)
                .map(areas::covers)
                .orElse(Set.of());
    }
}
