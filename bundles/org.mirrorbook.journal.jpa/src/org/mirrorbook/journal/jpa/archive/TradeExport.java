package org.mirrorbook.journal.jpa.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mirrorbook.journal.JournalArchive.Contents;

/**
 * Writes trades as one JSON object (docs/backup.md): what an archive says of itself, the rows that trades share, and for each trade its row
 * with the rows of every table that belong to it. One trade a line, so that it can be looked into.
 */
final class TradeExport {

    /** What trades share, and what a mirror needs to go on where they end. In the order in which they are read again. */
    static final List<String> SHARED = List.of("account", "book", "history_cursor", "tag");
    static final String TRADE = "trade";
    static final String TRADES = "trades";

    private final Connection moment;
    private final Tables tables;
    private final Writer out;
    private final Map<String, Long> rows = new LinkedHashMap<>();

    private TradeExport(Connection moment, OutputStream out) throws SQLException {
        this.moment = moment;
        this.tables = Tables.of(moment);
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** @param out stays open */
    static Contents write(Connection moment, Head head, OutputStream out) throws SQLException, IOException {
        var export = new TradeExport(moment, out);
        export.head(head);
        for (var name : SHARED) {
            export.shared(export.tables.table(name));
        }
        export.trades();
        export.out.write("}\n");
        export.out.flush();
        return head.contents(export.rows);
    }

    private void head(Head head) throws IOException {
        var opened = Json.line(head.json());
        out.write(opened, 0, opened.length() - 1);
    }

    private void shared(Table table) throws SQLException, IOException {
        try (var statement = statement(); var all = statement.executeQuery(table.select(table.orderByKey()))) {
            out.write(",\n\"" + table.name() + "\":[");
            array(table, all);
            out.write("]");
        }
    }

    private void array(Table table, ResultSet all) throws SQLException, IOException {
        long count = 0;
        while (all.next()) {
            out.write(count == 0 ? "\n" : ",\n");
            out.write(Json.line(table.row(all)));
            count++;
        }
        rows.put(table.name(), count);
    }

    private Statement statement() throws SQLException {
        var statement = moment.createStatement();
        statement.setFetchSize(BackupWriting.ROWS_AT_A_TIME);
        return statement;
    }

    /** All tables of trades are read side by side, in the order of the trades' ids. */
    private void trades() throws SQLException, IOException {
        var trade = tables.table(TRADE);
        var belonging = new ArrayList<Belonging>();
        try (var statement = statement(); var all = statement.executeQuery(trade.select(trade.orderByKey()))) {
            for (var table : tables.ofTrades()) {
                belonging.add(new Belonging(table, statement()));
            }
            out.write(",\n\"" + TRADES + "\":[");
            long count = 0;
            while (all.next()) {
                out.write(count == 0 ? "\n" : ",\n");
                var row = trade.row(all);
                out.write("{\"" + TRADE + "\":" + Json.line(row));
                for (var one : belonging) {
                    one.write(Json.text(row, "id"));
                }
                out.write("}");
                count++;
            }
            rows.put(TRADE, count);
            out.write("]");
            belonging.forEach(one -> rows.put(one.table.name(), one.count));
        } finally {
            for (var one : belonging) {
                one.statement.close();
            }
        }
    }

    /** The rows of one table, read along with the trades that they belong to. */
    private final class Belonging {

        private final Table table;
        private final Statement statement;
        private final ResultSet all;
        private final int tradeColumn;
        private boolean ahead;
        private long count;

        Belonging(Table table, Statement statement) throws SQLException {
            this.table = table;
            this.statement = statement;
            this.tradeColumn = table.columns().indexOf(table.column("trade_id")) + 1;
            var order = new ArrayList<>(List.of("trade_id"));
            table.keys().stream().filter(key -> !key.equals("trade_id")).forEach(order::add);
            all = statement.executeQuery(table.select(" where exists (select 1 from trade p where p.id = t.trade_id) order by "
                    + String.join(", ", order.stream().map(key -> "t." + table.column(key).inSql()).toList())));
            ahead = all.next();
        }

        void write(String trade) throws SQLException, IOException {
            if (!ahead || !all.getString(tradeColumn).equals(trade)) {
                return;
            }
            out.write(",\"" + table.name() + "\":[");
            for (boolean first = true; ahead && all.getString(tradeColumn).equals(trade); first = false) {
                out.write(first ? "" : ",");
                out.write(Json.line(table.row(all)));
                count++;
                ahead = all.next();
            }
            out.write("]");
        }
    }
}
