// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import vn.ioc.hub.territory.Area;
import vn.ioc.hub.territory.AreaCatalog;
import vn.ioc.hub.territory.Territory;

/** Places records anew in bounded steps, one transaction each. What it has to do lies in the graph, so it survives a crash. */
final class Settling {
    private static final String MARK =
            "MATCH (t:Territory {name: 'territory'}) SET t.lock = true RETURN t.valid AS valid";
    private static final String SET_MARK = "MATCH (t:Territory {name: 'territory'}) SET t.valid = $valid";

    private final Transactions transactions;
    private final Shapes shapes;
    private final Records records;
    private final Placing placing;
    private final Territory territory;
    private final Clock clock;
    private final IngestSettings settings;
    private volatile @Nullable LocalDate looked;

    Settling(
            Transactions transactions,
            Shapes shapes,
            Projector projector,
            Territory territory,
            Clock clock,
            IngestSettings settings) {
        this.transactions = transactions;
        this.shapes = shapes;
        this.records = new Records(shapes);
        this.placing = new Placing(projector, shapes);
        this.territory = territory;
        this.clock = clock;
        this.settings = settings;
    }

    /** @return whether everything is settled */
    boolean run(int steps) {
        newDay();
        for (int i = 0; i < steps; i++) {
            if (!transactions.run(this::step)) {
                return true;
            }
        }
        return false;
    }

    private Transactions.Done<Boolean> step(Transaction tx) {
        AreaCatalog areas = territory.current();
        Instant now = clock.instant();
        Optional<List<String>> uids = Unsettled.next(tx, shapes, settings.step());
        uids.filter(list -> !list.isEmpty()).ifPresent(list -> {
            Reprojection work = new Reprojection(tx, shapes, records, placing, areas, now);
            work.addAll(list.stream().filter(this::known).toList());
            work.run();
            try {
                Publishing.publish(tx, work, areas, now);
            } catch (Transactions.Overtaken e) {
                tx.rollback();
                territory.refresh();
                throw e;
            }
        });
        return new Transactions.Done<>(uids.isPresent(), true);
    }

    /** Records of types that are not in the SDL any more stay as they are. */
    private boolean known(String uid) {
        return shapes.find(uid.substring(0, Math.max(uid.indexOf(':'), 0))).isPresent();
    }

    /** When other areas are valid than when it was last looked, every {@code placeNow} may be another. */
    private void newDay() {
        if (territory.current().today().equals(looked)) {
            return;
        }
        AreaCatalog areas = territory.refresh();
        Digest digest = new Digest();
        areas.areas().stream()
                .filter(a -> a.validOn(areas.today()))
                .map(Area::uid)
                .forEach(digest::add);
        String valid = digest.hex();
        boolean same = transactions.run(tx -> {
            OutboxWriter.lock(tx);
            boolean marked = valid.equals(tx.run(MARK).single().get("valid").asString(""));
            if (!marked) {
                tx.run(SET_MARK, Map.of("valid", valid)).consume();
                tx.run(Territory.RAISE).consume();
                Unsettled.all(tx);
            }
            return new Transactions.Done<>(marked, true);
        });
        if (!same) {
            territory.reload();
        }
        looked = areas.today();
    }
}
