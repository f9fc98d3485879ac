// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.mapping.DateFunction;
import vn.ioc.integrations.source.SqlText;
import vn.ioc.integrations.source.Transport;

/**
 * The rows of one query, in a read-only transaction of its own connection, fetched and handed over a page at a time. The place to
 * read from moves with the last page: the order of the rows is the query's own affair.
 */
public final class SqlPull implements Reading {
    private final Transport.Sql transport;
    private final Intake intake;
    private final Run run;
    private final Cursor cursor;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet result;
    private Batch batch = new Batch();
    private boolean more;
    private int number;

    /**
     * Connects and sends the query.
     *
     * @throws PullException when the database is not there, does not let us in or does not take the query
     */
    public SqlPull(Database database, Transport.Sql transport, Intake intake, Run run) throws PullException {
        this.transport = transport;
        this.intake = intake;
        this.run = run;
        this.cursor = new Cursor(transport.since(), run.cursor(), run.now());
        Connection opened = null;
        try {
            opened = connect(database);
            this.connection = opened;
            this.statement = prepare();
            this.result = statement.executeQuery();
            this.more = result.next();
        } catch (SQLException e) {
            close(opened);
            throw failure(e);
        } catch (PullException e) {
            close(opened);
            throw e;
        }
    }

    private Connection connect(Database database) throws SQLException {
        long seconds = Math.max(1, transport.timeout().toSeconds());
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", Long.toString(seconds + 5));
        properties.setProperty("ApplicationName", "ioc-hub");
        properties.setProperty("readOnlyMode", "always");
        Connection opened = DriverManager.getConnection(database.url(), properties);
        opened.setReadOnly(true);
        opened.setAutoCommit(false);
        return opened;
    }

    private PreparedStatement prepare() throws SQLException, PullException {
        SqlText query = transport.query();
        PreparedStatement prepared = connection.prepareStatement(query.text());
        prepared.setFetchSize(transport.rows());
        prepared.setQueryTimeout((int) Math.max(1, transport.timeout().toSeconds()));
        for (int i = 1; i <= query.parameters(); i++) {
            prepared.setObject(i, from());
        }
        return prepared;
    }

    /** From where on the query reads: a moment on the database's clocks, or a number. */
    private Object from() throws PullException {
        Transport.Since since = transport
                .since()
                .orElseThrow(() -> new IllegalStateException("only a query with a cursor has parameters"));
        boolean time = since.format() != null;
        if (run.cursor().isEmpty()) {
            String start = since.start().orElse("0");
            return time ? local(Places.moment(since, start)) : Places.plain(start);
        }
        long last = Long.parseLong(run.cursor());
        return time ? local(Instant.ofEpochMilli(last).minus(since.lookback())) : (Object) last;
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, DateFunction.HERE);
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public void readNext() throws PullException {
        run.stillMine();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        int first = number;
        try {
            while (more && rows.size() < transport.rows()) {
                if (++number > transport.mostRows()) {
                    throw new PullException(
                            PullException.Reason.TOO_LARGE,
                            "the query gives more than " + transport.mostRows() + " rows");
                }
                rows.add(SqlRow.read(result));
                more = result.next();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        Batch read = new Batch();
        intake.tree(rows, new Intake.At("rows from " + (first + 1), run.now(), run.poll()), read);
        List<Change> changes = read.changes();
        cursor.see(rows, changes);
        if (more) {
            run.take(read);
        } else {
            batch = read;
        }
    }

    @Override
    public void finish() throws PullException {
        run.finish(batch, cursor.text());
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try (connection) {
                connection.rollback();
            } catch (SQLException alreadyBroken) {
                return;
            }
        }
    }

    /** By the class of the SQLSTATE (ISO 9075); messages of drivers carry hosts and pieces of rows. */
    private static PullException failure(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        String code = state.matches("[0-9A-Z]{5}") ? " (SQLSTATE " + state + ")" : "";
        if (state.startsWith("28")) {
            return new PullException(PullException.Reason.REFUSED, "the database does not let us in" + code);
        }
        if (state.startsWith("25") || state.startsWith("42")) {
            return state.equals("42501")
                    ? new PullException(
                            PullException.Reason.REFUSED, "the account may not read what the query asks" + code)
                    : new PullException(
                            PullException.Reason.NOT_UNDERSTOOD, "the database does not take the query" + code);
        }
        return state.equals("57014")
                ? new PullException(PullException.Reason.UNAVAILABLE, "the query took too long" + code)
                : new PullException(PullException.Reason.UNAVAILABLE, "the database does not answer" + code);
    }
}
