package org.mirrorbook.journal.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** All rows of a table as texts, in one order whatever the database's. */
final class SortedRows {

    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    SortedRows(Connection connection, String table) throws SQLException {
        this.table = table;
        try (var select = connection.createStatement(); var found = select.executeQuery("select * from " + table)) {
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                columns.add(found.getMetaData().getColumnName(i));
            }
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
        }
        Collections.sort(rows, (one, other) -> String.join(" ", one).compareTo(String.join(" ", other)));
    }

    int count() {
        return rows.size();
    }

    /** @throws IllegalStateException when the other holds anything else, with the columns that differ */
    void requireSame(SortedRows other) {
        var differing = new TreeSet<String>();
        for (int i = 0; i < Math.min(rows.size(), other.rows.size()); i++) {
            for (int at = 0; at < columns.size(); at++) {
                if (!rows.get(i).get(at).equals(other.rows.get(i).get(at))) {
                    differing.add(columns.get(at) + " (" + rows.get(i).get(at) + " and " + other.rows.get(i).get(at) + ")");
                }
            }
        }
        if (rows.size() != other.rows.size() || !differing.isEmpty()) {
            throw new IllegalStateException("the table " + table + " has " + rows.size() + " and " + other.rows.size()
                    + " rows, and other values in " + differing.stream().limit(30).toList());
        }
    }
}
