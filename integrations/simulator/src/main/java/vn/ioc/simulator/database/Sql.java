// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.database;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import vn.ioc.simulator.district.Resource;

/** Statements against one database, as its owner. */
public final class Sql {
    private final DataSource source;

    /** Turns the current row into a value. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Sql(DataSource source) {
        this.source = source;
    }

    /** Runs a resource of several statements. */
    public void script(String resource) {
        update(String.join("\n", Resource.lines(resource)));
    }

    /** @return how many rows were touched */
    public int update(String statement, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a statement of the stand-in failed", e);
        }
    }

    public <T> List<T> rows(Row<T> row, String query, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            bind(prepared, values);
            List<T> found = new ArrayList<>();
            try (ResultSet results = prepared.executeQuery()) {
                while (results.next()) {
                    found.add(row.read(results));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("a query of the stand-in failed", e);
        }
    }

    /** Writes many rows at once. */
    public void copy(Table table) {
        try (Connection connection = source.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(table.statement(), new StringReader(table.text()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("table " + table.name() + " cannot be filled", e);
        }
    }

    private static void bind(PreparedStatement prepared, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
    }
}
