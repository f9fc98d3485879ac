// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.neo4j.driver.SimpleQueryRunner;
import vn.ioc.hub.territory.AreaCatalog;
import vn.ioc.hub.territory.Territory;

/**
 * The end of every transaction that changes records: with the outbox locked nobody else can commit, so what was read
 * without a lock is looked at once more, then the changes are numbered.
 */
final class Publishing {
    private Publishing() {}

    /**
     * @param areasChanged whether areas changed
     * @param unsettled whether other records are now to be placed anew
     */
    record Published(boolean areasChanged, boolean unsettled) {}

    /** @throws Transactions.Overtaken when something that was relied upon has changed since */
    static Published publish(SimpleQueryRunner tx, Reprojection work, AreaCatalog areas, Instant now) {
        List<Working> told = work.told();
        Set<String> placers = work.placers();
        if (told.isEmpty() && placers.isEmpty()) {
            return new Published(false, false);
        }
        long last = OutboxWriter.lock(tx);
        long revision = tx.run(Territory.REVISION).single().get("revision").asLong();
        if (revision != areas.revision() || !work.holds()) {
            throw new Transactions.Overtaken();
        }
        OutboxWriter.append(tx, last, told, now);
        Unsettled.through(tx, placers);
        if (work.areasChanged()) {
            tx.run(Territory.RAISE).consume();
            Unsettled.all(tx);
        }
        return new Published(work.areasChanged(), work.areasChanged() || !placers.isEmpty());
    }
}
