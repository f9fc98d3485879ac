// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.graph.Telling;
import vn.ioc.schema.RecordModel;

/** Lets the writing side keep what a test's streams say, version after version; records and ends of links are there already. */
public final class TellingWriter {
    private final FactWriter facts;

    public TellingWriter(RecordModel model) {
        this.facts = new FactWriter(new Shapes(model));
    }

    /** Pages as they come: all first versions of a stream, then all second ones. */
    public void write(List<Telling> tellings) {
        Map<String, List<Telling>> pages = new TreeMap<>(
                tellings.stream().collect(Collectors.groupingBy(t -> t.n() + " " + t.source() + " " + t.stream())));
        Map<String, Fact> before = new TreeMap<>();
        try (Session session = Stores.driver().session()) {
            pages.values().forEach(page -> {
                FactWriter.Batch batch = new FactWriter.Batch();
                page.forEach(told -> {
                    Fact fact = fact(told);
                    batch.accept(
                            Optional.ofNullable(before.put(told.source() + told.stream() + fact.uid(), fact)), fact);
                });
                Instant at = page.getFirst().recordedAt();
                session.executeWriteWithoutResult(tx -> facts.write(tx, batch, at));
            });
        }
    }

    private static Fact fact(Telling told) {
        Map<String, Object> values = new TreeMap<>(told.values());
        values.replaceAll((name, value) -> value instanceof Value point ? point.asPoint() : value);
        return new Fact(
                told.of().uid(),
                told.source(),
                told.stream(),
                told.n(),
                told.version(),
                "content of " + told.hash(),
                told.hash(),
                told.mapping(),
                told.run(),
                told.observedAt(),
                told.deleted(),
                told.audience(),
                Set.of(),
                told.taken(),
                values,
                told.links(),
                List.of());
    }
}
