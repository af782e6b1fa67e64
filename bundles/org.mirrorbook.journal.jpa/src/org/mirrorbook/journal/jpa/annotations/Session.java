package org.mirrorbook.journal.jpa.annotations;

import java.sql.Connection;
import java.sql.SQLException;

import org.mirrorbook.journal.JournalProblem;

/** Where annotations and the history of comparisons find their tables. Thread-safe. */
public interface Session {

    /** A connection for one transaction, which the caller commits; {@link #transaction} does. */
    Connection connect() throws SQLException;

    /** Sorts what went wrong; {@code doing} completes "failed while …". */
    JournalProblem problem(String doing, Exception failure);

    /** Statements of one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does work in a transaction of its own, all or nothing.
     *
     * @param doing what is done, for the sentence when it fails
     */
    default <T> T transaction(String doing, Work<T> work) {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                var result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw problem(doing, e);
        }
    }
}
