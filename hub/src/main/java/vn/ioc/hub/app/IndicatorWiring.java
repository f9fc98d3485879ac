// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ioc.hub.access.Grant;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Visibility;
import vn.ioc.hub.graph.TallyReader;
import vn.ioc.hub.indicator.IndicatorCatalog;
import vn.ioc.hub.indicator.IndicatorFile;
import vn.ioc.hub.indicator.Indicators;
import vn.ioc.hub.ingest.Outbox;
import vn.ioc.schema.RecordModel;

/** The derived figures: the built-in files, then those of {@code hub.indicators}. */
@Configuration(proxyBeanMethods = false)
class IndicatorWiring {
    @Bean
    IndicatorCatalog indicatorCatalog(HubProperties hub, RecordModel model, TallyReader reader) {
        List<IndicatorFile> files = new ArrayList<>(IndicatorFile.builtIn());
        hub.indicators().forEach(path -> files.addAll(IndicatorFile.in(path)));
        return IndicatorCatalog.read(files, model, reader, everything(model));
    }

    @Bean
    Indicators indicators(IndicatorCatalog catalog, RecordModel model, TallyReader reader, Outbox outbox, Clock clock) {
        return new Indicators(catalog, model, reader, new OutboxMarks(outbox), clock);
    }

    /** Of nobody: only to check filters against the model, personal fields excepted, which no indicator may touch. */
    private static Rights everything(RecordModel model) {
        Map<String, Visibility> personal = new TreeMap<>();
        model.types().forEach(t -> t.personal().ifPresent(kind -> personal.put(kind, Visibility.MASKED)));
        Grant all = new Grant(model.sectors(), Set.of("PUBLIC", "INTERNAL", "RESTRICTED"), Optional.empty());
        return new Rights(List.of(all), personal, Set.of());
    }
}
