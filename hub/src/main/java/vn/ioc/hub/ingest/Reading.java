// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/** Reads the books of the writing side, without its locks. */
final class Reading {
    private static final QueryConfig READ =
            QueryConfig.builder().withRouting(RoutingControl.READ).build();

    private final Driver driver;

    Reading(Driver driver) {
        this.driver = driver;
    }

    /** @throws IngestException when the store is away */
    List<Record> all(String statement, Map<String, Object> parameters) {
        try {
            return driver.executableQuery(statement)
                    .withParameters(parameters)
                    .withConfig(READ)
                    .execute()
                    .records();
        } catch (Neo4jException e) {
            throw new IngestException(IngestException.Reason.STORE, "the state of the sources cannot be read", e);
        }
    }

    static Instant instant(Value moment) {
        return moment.asZonedDateTime().toInstant();
    }

    static Optional<Instant> findInstant(Value moment) {
        return moment.isNull() ? Optional.empty() : Optional.of(instant(moment));
    }
}
