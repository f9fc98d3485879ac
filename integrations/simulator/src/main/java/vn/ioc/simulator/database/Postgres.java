// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * One server with one database for each system. The account {@code ioc} may read with the district's token as its
 * password; the owner may do all and is let in without one, from this machine only. The data last as long as the
 * server.
 */
public final class Postgres implements AutoCloseable {
    /** The account that consumers use. */
    public static final String READER = "ioc";

    private static final String OWNER = "postgres";
    private static final String RIGHTS = """
            local all all reject
            host all %1$s 127.0.0.1/32 trust
            host all %1$s ::1/128 trust
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """.formatted(OWNER);

    private final EmbeddedPostgres server;
    private final String password;

    /**
     * @param port 0 takes any
     * @throws IOException when the server does not start, for instance because the port is taken
     */
    public Postgres(int port, String password) throws IOException {
        Path data = Files.createTempDirectory("stand-in-postgres");
        this.password = password;
        this.server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(true)
                .setServerConfig("timezone", "Asia/Ho_Chi_Minh")
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", "32MB")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        try (Connection owner = server.getPostgresDatabase().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create role " + READER + " login password '" + password.replace("'", "''") + "'");
            Files.writeString(data.resolve("data").resolve("pg_hba.conf"), RIGHTS);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            server.close();
            throw new IOException("the database server refuses its first statements", e);
        }
    }

    /** Makes an empty database that the reader may read, tables to come included. */
    public Sql create(String database) throws SQLException {
        try (Connection owner = server.getPostgresDatabase().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create database " + database + " encoding 'UTF8' template template0");
        }
        Sql sql = new Sql(server.getDatabase(OWNER, database));
        sql.update("grant select on all tables in schema public to " + READER);
        sql.update("alter default privileges in schema public grant select on tables to " + READER);
        return sql;
    }

    /** {@code jdbc:postgresql://127.0.0.1:PORT/}; a consumer appends the database. */
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
