// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordModel;

/**
 * Holds the current catalogue of areas. Whoever changes Area records raises the revision on the {@code :Territory} node
 * in the same transaction ({@link #RAISE}); a process whose catalogue has another revision reloads it.
 */
public final class Territory {
    /** Makes sure of the one state node. */
    public static final String STATE = "MERGE (t:Territory {name: 'territory'}) ON CREATE SET t.revision = 0";

    /** Raises the revision; the lock that it takes on the state node lasts to the commit. */
    public static final String RAISE =
            "MATCH (t:Territory {name: 'territory'}) SET t.revision = t.revision + 1 RETURN t.revision AS revision";

    /** The revision as last committed. */
    public static final String REVISION = "MATCH (t:Territory {name: 'territory'}) RETURN t.revision AS revision";

    private static final String LOCKED_REVISION =
            "MATCH (t:Territory {name: 'territory'}) SET t.lock = true RETURN t.revision AS revision";
    private static final String COVERS = "UNWIND $rows AS r MATCH (a:" + Properties.ENTITY + " {uid: r.uid}) WHERE a:"
            + RecordModel.AREA + " SET a." + Properties.COVERS + " = r.covers";

    /** Days are those of the country, whatever the clock's zone. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Driver driver;
    private final Clock clock;
    private final Optional<AreaReader> reader;
    private volatile AreaCatalog catalog;

    public Territory(Driver driver, RecordModel model, Clock clock) {
        this.driver = driver;
        this.clock = clock;
        this.reader = model.findType(RecordModel.AREA).map(AreaReader::new);
        this.catalog = new AreaCatalog(List.of(), today(), 0);
    }

    /** The catalogue as last loaded, on today's date; empty of areas before the first {@link #reload}. */
    public AreaCatalog current() {
        AreaCatalog now = catalog;
        if (!now.today().equals(today())) {
            now = now.on(today());
            catalog = now;
        }
        return now;
    }

    /**
     * Reads all areas anew and writes on each the uids that it covers. Waits for a transaction that is changing areas, so
     * that areas and revision belong together.
     */
    public synchronized AreaCatalog reload() {
        try (Session session = driver.session(SessionConfig.builder()
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .build())) {
            AreaCatalog loaded = session.executeWrite(this::load);
            catalog = loaded;
            return loaded;
        }
    }

    /** Reloads only when areas have changed since the catalogue was loaded. */
    public AreaCatalog refresh() {
        long revision = driver.executableQuery(REVISION).execute().records().stream()
                .findFirst()
                .map(r -> r.get("revision").asLong())
                .orElse(0L);
        return revision == current().revision() ? current() : reload();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private AreaCatalog load(TransactionContext tx) {
        tx.run(STATE).consume();
        long revision = tx.run(LOCKED_REVISION).single().get("revision").asLong();
        List<AreaReader.Row> rows = reader.map(r -> r.read(tx)).orElse(List.of());
        AreaCatalog loaded =
                new AreaCatalog(rows.stream().map(AreaReader.Row::area).toList(), today(), revision);
        List<Map<String, Object>> changed = new ArrayList<>();
        for (AreaReader.Row row : rows) {
            List<String> covers = List.copyOf(loaded.covers(row.area().uid()));
            if (!covers.equals(row.covers())) {
                changed.add(Map.of("uid", row.area().uid(), "covers", covers));
            }
        }
        tx.run(COVERS, Map.of("rows", changed)).consume();
        return loaded;
    }
}
