package org.mirrorbook.journal.jpa.archive;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an export, trade by trade, into a database of its own with the tables of its time, and brings that to this version. So it is
 * checked as a whole before the journal is touched, and an old one needs no reader of its own.
 */
final class TradeReading {

    private final JournalDatabase database;
    private final JsonParser parser;

    private TradeReading(JournalDatabase database, JsonParser parser) {
        this.database = database;
        this.parser = parser;
    }

    /**
     * @param in stays open
     * @return the export as a database of this version's tables
     * @throws Damaged when it is not as it was written
     * @throws org.mirrorbook.journal.JournalProblem when a newer version wrote it
     */
    static JournalDatabase.Workshop read(JournalDatabase database, InputStream in) throws SQLException, IOException {
        try (var parser = Json.parser(in)) {
            return new TradeReading(database, parser).read();
        } catch (JacksonException e) {
            throw Json.orDamaged(e);
        }
    }

    private JournalDatabase.Workshop read() throws SQLException, IOException {
        var head = Head.read(headUpTo(TradeExport.SHARED.getFirst()), Head.TRADES, database);
        var workshop = database.workshop(head.changeSets().size());
        try {
            var connection = workshop.connection();
            var tables = Tables.of(connection);
            shared(connection, tables);
            connection.commit();
            if (!head.changeSets().equals(database.changeSets())) {
                workshop.migrate();
            }
            return workshop;
        } catch (RuntimeException | SQLException e) {
            workshop.close();
            throw e;
        }
    }

    /** The members before the first array of rows. */
    private ObjectNode headUpTo(String first) {
        require(parser.nextToken() == JsonToken.START_OBJECT, "it is no object");
        var head = Json.object();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME && !parser.currentName().equals(first)) {
            var name = parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_STRING -> head.put(name, parser.getString());
                case VALUE_NUMBER_INT -> head.put(name, parser.getLongValue());
                case START_ARRAY -> {
                    var array = head.putArray(name);
                    while (parser.nextToken() == JsonToken.VALUE_STRING) {
                        array.add(parser.getString());
                    }
                }
                default -> throw new Damaged("it does not begin as an export does");
            }
        }
        return head;
    }

    /** From the name of the first shared table to the end of the object. */
    private void shared(Connection connection, Tables tables) throws SQLException {
        for (var name : TradeExport.SHARED) {
            member(name);
            try (var inserts = new Inserts(connection, tables.table(name))) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    inserts.add(Json.object(parser));
                }
                inserts.flush();
            }
            require(parser.currentToken() == JsonToken.END_ARRAY, "\"" + name + "\" holds something else than rows");
            parser.nextToken();
        }
        member(TradeExport.TRADES);
        trades(connection, tables);
        require(parser.currentToken() == JsonToken.END_ARRAY, "\"trades\" holds something else than trades");
        require(parser.nextToken() == JsonToken.END_OBJECT, "it goes on after its trades");
    }

    private void member(String name) {
        require(parser.currentToken() == JsonToken.PROPERTY_NAME && name.equals(parser.currentName())
                && parser.nextToken() == JsonToken.START_ARRAY, "\"" + name + "\" is missing");
    }

    private void trades(Connection connection, Tables tables) throws SQLException {
        Map<String, Inserts> inserts = new HashMap<>();
        var trade = new Inserts(connection, tables.table(TradeExport.TRADE));
        try {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                require(parser.nextToken() == JsonToken.PROPERTY_NAME && parser.currentName().equals(TradeExport.TRADE)
                        && parser.nextToken() == JsonToken.START_OBJECT, "a trade does not begin with its row");
                var row = Json.object(parser);
                var id = Json.text(row, "id");
                trade.add(row);
                // before what refers to it
                trade.flush();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    belonging(connection, tables.table(parser.currentName()), id, inserts);
                }
            }
            for (var each : inserts.values()) {
                each.flush();
            }
        } finally {
            trade.close();
            for (var each : inserts.values()) {
                each.close();
            }
        }
    }

    private void belonging(Connection connection, Table table, String trade, Map<String, Inserts> inserts) throws SQLException {
        require(table.has("trade_id") && parser.nextToken() == JsonToken.START_ARRAY, "a trade has \"" + table.name() + "\"");
        var into = inserts.get(table.name());
        if (into == null) {
            into = new Inserts(connection, table);
            inserts.put(table.name(), into);
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var row = Json.object(parser);
            require(Json.text(row, "trade_id").equals(trade), "a row of " + table.name() + " belongs to another trade");
            into.add(row);
        }
    }

    private static void require(boolean asWritten, String what) {
        if (!asWritten) {
            throw new Damaged(what);
        }
    }
}
