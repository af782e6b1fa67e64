package org.mirrorbook.journal.jpa.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import tools.jackson.databind.node.ObjectNode;

/** Writes many rows of one table, some at a time. */
final class Inserts implements AutoCloseable {

    private static final int AT_A_TIME = 200;
    /** Attachments are large: what waits is held in memory. */
    private static final int AT_A_TIME_WITH_BYTES = 1;

    private final Table table;
    private final PreparedStatement insert;
    private final int most;
    private int waiting;

    Inserts(Connection connection, Table table) throws SQLException {
        this.table = table;
        this.insert = table.insertInto(connection);
        this.most = table.columns().stream().anyMatch(column -> column.kind() == Column.Kind.BYTES) ? AT_A_TIME_WITH_BYTES : AT_A_TIME;
    }

    void add(ObjectNode row) throws SQLException {
        table.bind(row, insert);
        insert.addBatch();
        waiting++;
        if (waiting >= most) {
            flush();
        }
    }

    /** Writes what waits. */
    void flush() throws SQLException {
        if (waiting > 0) {
            waiting = 0;
            insert.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
