package org.mirrorbook.journal.jpa.archive;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table as the database describes it.
 *
 * @param inSql its name as a statement has to write it
 * @param keys names of the columns of its primary key, in order
 */
record Table(String name, String inSql, List<Column> columns, List<String> keys) {

    Table {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    boolean has(String column) {
        return columns.stream().anyMatch(one -> one.name().equals(column));
    }

    Column column(String name) {
        return columns.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** All rows, or those that a condition with its order names; with an order by the primary key where there is none. */
    String select(String rest) {
        return "select " + columns.stream().map(column -> "t." + column.inSql()).collect(joining(", ")) + " from " + inSql + " t" + rest;
    }

    /** Ordered by the primary key, so that the same rows always make the same file. */
    String orderByKey() {
        return keys.isEmpty() ? "" : " order by " + keys.stream().map(key -> "t." + column(key).inSql()).collect(joining(", "));
    }

    /** The current row of a {@link #select}; absent values are left out. */
    ObjectNode row(ResultSet rows) throws SQLException {
        var row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).read(rows, i + 1, row);
        }
        return row;
    }

    PreparedStatement insertInto(Connection connection) throws SQLException {
        return connection.prepareStatement("insert into " + inSql + " (" + columns.stream().map(Column::inSql).collect(joining(", "))
                + ") values (" + columns.stream().map(column -> "?").collect(joining(", ")) + ")");
    }

    /** Sets the values of a row on an {@link #insertInto}. */
    void bind(ObjectNode row, PreparedStatement insert) throws SQLException {
        requireKnown(row);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).write(row.get(columns.get(i).name()), insert, i + 1);
        }
    }

    /** Writes one row now. */
    void insert(Connection connection, ObjectNode row) throws SQLException {
        try (var insert = insertInto(connection)) {
            bind(row, insert);
            insert.executeUpdate();
        }
    }

    private void requireKnown(ObjectNode row) {
        var names = columns.stream().map(Column::name).collect(Collectors.toSet());
        for (var given : row.propertyNames()) {
            if (!names.contains(given)) {
                throw new Damaged("a row of " + name + " has \"" + given + "\", and there is no such column");
            }
        }
    }
}
