package org.mirrorbook.journal.jpa.archive;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The journal's tables as the database describes them, each after those that its rows refer to. Whatever a change set adds is in an archive
 * by itself.
 */
final class Tables {

    /** Of the database and of running instances, and so none of the journal's. */
    private static final Set<String> LEFT_OUT = Set.of("databasechangelog", "databasechangeloglock", "lease");

    private final Map<String, Table> byName;

    private Tables(Map<String, Table> byName) {
        this.byName = byName;
    }

    static Tables of(Connection connection) throws SQLException {
        var names = new TreeMap<String, String>();
        var about = connection.getMetaData();
        try (var tables = about.getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                var actual = tables.getString("TABLE_NAME");
                var name = actual.toLowerCase(Locale.ROOT);
                if (!LEFT_OUT.contains(name)) {
                    names.put(name, actual);
                }
            }
        }
        var ordered = new LinkedHashMap<String, Table>();
        for (var name : names.keySet()) {
            add(connection, names, name, ordered, new LinkedHashSet<>());
        }
        return new Tables(ordered);
    }

    private static void add(Connection connection, Map<String, String> names, String name, Map<String, Table> ordered, Set<String> below)
            throws SQLException {
        if (ordered.containsKey(name) || !below.add(name)) {
            return;
        }
        var about = connection.getMetaData();
        for (var referred : referred(about, connection.getSchema(), names.get(name))) {
            add(connection, names, referred, ordered, below);
        }
        ordered.put(name, table(connection, name, names.get(name)));
    }

    private static List<String> referred(DatabaseMetaData about, String schema, String actual) throws SQLException {
        var names = new ArrayList<String>();
        try (var keys = about.getImportedKeys(null, schema, actual)) {
            while (keys.next()) {
                names.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static Table table(Connection connection, String name, String actual) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement(); var none = statement.executeQuery("select * from " + quoted(actual)
                + " where 1 = 0")) {
            var about = none.getMetaData();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                var column = about.getColumnName(i);
                var lower = column.toLowerCase(Locale.ROOT);
                columns.add(new Column(lower, quoted(column), Column.kind(name + "." + lower, about.getColumnType(i))));
            }
        }
        return new Table(name, quoted(actual), columns, keys(connection, actual));
    }

    private static List<String> keys(Connection connection, String actual) throws SQLException {
        var byPlace = new TreeMap<Integer, String>();
        try (var keys = connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), actual)) {
            while (keys.next()) {
                byPlace.put(keys.getInt("KEY_SEQ"), keys.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(byPlace.values());
    }

    private static String quoted(String actual) {
        return '"' + actual + '"';
    }

    /** Each after those that its rows refer to. */
    List<Table> all() {
        return List.copyOf(byName.values());
    }

    /** @throws Damaged when there is no such table */
    Table table(String name) {
        return find(name).orElseThrow(() -> new Damaged("it has rows of \"" + name + "\", and there is no such table"));
    }

    Optional<Table> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Those whose rows belong to one trade each. */
    List<Table> ofTrades() {
        return byName.values().stream().filter(table -> table.has("trade_id")).toList();
    }
}
