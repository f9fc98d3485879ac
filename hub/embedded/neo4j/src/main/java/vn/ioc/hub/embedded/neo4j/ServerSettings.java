// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.neo4j;

import inet.ipaddr.IPAddressString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.GraphDatabaseSettings.LogQueryLevel;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** What differs from Neo4j's defaults: loopback only, no reports to its maker, no doors to files or addresses, small logs. */
final class ServerSettings {
    private static final long TRANSACTION_LOG_BYTES = 64L * 1024 * 1024;

    private ServerSettings() {}

    static DatabaseManagementServiceBuilder builder(Path home, int port, long pageCacheBytes) {
        SocketAddress address = new SocketAddress("127.0.0.1", port);
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
                // Nobody is left to wait for: whoever closed our standard input has closed his connections.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, pageCacheBytes)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                // LOAD CSV: neither files nor any address.
                .setConfig(GraphDatabaseSettings.allow_file_urls, false)
                .setConfig(
                        GraphDatabaseInternalSettings.cypher_ip_blocklist,
                        List.of(new IPAddressString("0.0.0.0/0"), new IPAddressString("::/0")))
                // Planning is what a small machine spends most on: one plan for each text, whatever the number of rows,
                // and no new one every ten seconds while the first records arrive.
                .setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
                .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofMinutes(1))
                .setConfig(GraphDatabaseSettings.log_queries, LogQueryLevel.OFF)
                .setConfig(GraphDatabaseSettings.log_queries_transactions_level, LogQueryLevel.OFF)
                .setConfig(GraphDatabaseSettings.log_queries_parameter_logging_enabled, false)
                .setConfig(GraphDatabaseSettings.log_queries_obfuscate_literals, true)
                .setConfig(GraphDatabaseSettings.log_queries_obfuscate_errors, true)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, TRANSACTION_LOG_BYTES)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "2 files");
    }
}
