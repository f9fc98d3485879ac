// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import vn.ioc.hub.ingest.SchemaItem.Kind;
import vn.ioc.hub.territory.Territory;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Constraints, indexes and state nodes that the graph needs, derived from the model. May run at every start. */
public final class GraphSchema {
    private static final String OURS = "SHOW INDEXES YIELD name, owningConstraint WHERE name STARTS WITH $prefix "
            + "RETURN name, owningConstraint IS NOT NULL AS owned";
    private static final String AWAIT = "CALL db.awaitIndexes($seconds)";

    private GraphSchema() {}

    /**
     * Creates what is missing, drops what an earlier model needed, and waits until all indexes answer.
     *
     * @param patience how long to wait for indexes that are being filled
     * @throws IngestException when the store does not answer, or an index is not ready in time
     */
    public static void ensure(Driver driver, RecordModel model, Duration patience) {
        Map<String, SchemaItem> wanted = new LinkedHashMap<>();
        wanted(model).forEach(item -> wanted.put(item.name(), item));
        try {
            present(driver).forEach((name, owned) -> {
                SchemaItem item = wanted.get(name);
                if (item != null && owned == (item.kind() == Kind.UNIQUE)) {
                    wanted.remove(name);
                } else {
                    run(driver, List.of((owned ? "DROP CONSTRAINT `" : "DROP INDEX `") + name + "` IF EXISTS"));
                }
            });
            run(driver, wanted.values().stream().map(SchemaItem::create).toList());
            driver.executableQuery(AWAIT)
                    .withParameters(Map.of("seconds", patience.toSeconds()))
                    .execute();
            driver.executableQuery(OutboxWriter.HEAD).execute();
            driver.executableQuery(Territory.STATE).execute();
        } catch (Neo4jException e) {
            throw new IngestException(
                    IngestException.Reason.STORE, "constraints and indexes could not be made: " + e.code(), e);
        }
    }

    private static List<SchemaItem> wanted(RecordModel model) {
        List<SchemaItem> items = new ArrayList<>(List.of(
                unique(Properties.ENTITY, Properties.UID),
                unique("Assertion", "id"),
                new SchemaItem(Kind.RANGE, "Current", List.of("uid")),
                new SchemaItem(Kind.RANGE, "Current", List.of("source", "stream")),
                unique("Outbox", "seq"),
                unique("OutboxHead", "name"),
                unique("OutboxConsumer", "name"),
                unique("Territory", "name"),
                unique("Unsettled", "id"),
                unique("Lease", "stream"),
                unique("Checkpoint", "stream"),
                unique("SourceRun", "id"),
                new SchemaItem(Kind.RANGE, "SourceRun", List.of("source", "startedAt")),
                unique("Rejection", "id"),
                new SchemaItem(Kind.RANGE, "Rejection", List.of("lastSeen")),
                new SchemaItem(Kind.RANGE, "Rejection", List.of("key")),
                new SchemaItem(Kind.RANGE, "Rejection", List.of("source", "stream")),
                new SchemaItem(Kind.RANGE, "Rejection", List.of("source", "lastSeen"))));
        for (RecordType type : model.types()) {
            items.addAll(TypeIndexes.of(type));
        }
        return items;
    }

    private static SchemaItem unique(String label, String property) {
        return new SchemaItem(Kind.UNIQUE, label, List.of(property));
    }

    /**
     * Names of our indexes, and whether a constraint owns them. One that makes values unique and has no owner is left of a
     * constraint whose transaction a death cut short: Neo4j makes such an index in a transaction before, and after the death
     * neither fills nor drops it.
     */
    private static Map<String, Boolean> present(Driver driver) {
        return driver
                .executableQuery(OURS)
                .withParameters(Map.of("prefix", SchemaItem.PREFIX))
                .execute()
                .records()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("name").asString(),
                        row -> row.get("owned").asBoolean()));
    }

    /** All in one transaction: each has its price, and there are hundreds of them. */
    private static void run(Driver driver, List<String> statements) {
        try (Session session = driver.session(SessionConfig.builder()
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .build())) {
            session.executeWriteWithoutResult(
                    tx -> statements.forEach(statement -> tx.run(statement).consume()));
        }
    }
}
