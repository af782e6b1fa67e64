package org.mirrorbook.journal.jpa;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.mirrorbook.journal.jpa.archive.JournalDatabase.Aside;

/** One transaction that only reads, and sees the rows of its beginning until its end. */
record OneMoment(Connection connection) implements Aside {

    static OneMoment of(DataSource source) throws SQLException {
        var connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return new OneMoment(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** As it was, for a pool that lends it again. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }
}
