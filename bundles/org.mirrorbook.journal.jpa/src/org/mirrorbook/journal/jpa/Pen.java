package org.mirrorbook.journal.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A connection with the statements that were prepared on it, so that the same one is prepared once. What is queued with {@link #batch} is
 * written in the order in which the statements were first queued. Of one thread at a time.
 */
final class Pen implements AutoCloseable {

    /** So many kinds of statements are kept; more are never in use but where something names ever new ones. */
    private static final int MOST = 300;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Set<PreparedStatement> queued = new LinkedHashSet<>();

    Pen(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    Connection connection() {
        return connection;
    }

    /** The statement, to be bound and executed by the caller. */
    PreparedStatement statement(String sql) throws SQLException {
        var known = prepared.get(sql);
        if (known == null) {
            forgetWhereTooMany();
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private void forgetWhereTooMany() throws SQLException {
        if (prepared.size() >= MOST && queued.isEmpty()) {
            for (var statement : prepared.values()) {
                statement.close();
            }
            prepared.clear();
        }
    }

    /** The statement, to be bound by the caller and added to its batch. */
    PreparedStatement batch(String sql) throws SQLException {
        var statement = statement(sql);
        queued.add(statement);
        return statement;
    }

    /** Writes what is queued. */
    void flush() throws SQLException {
        for (var statement : queued) {
            statement.executeBatch();
        }
        queued.clear();
    }

    /** Executes a statement at once. */
    int execute(String sql, Object... values) throws SQLException {
        var statement = statement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    void commit() throws SQLException {
        flush();
        connection.commit();
    }

    /** Takes back what was not committed and ends the connection. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
