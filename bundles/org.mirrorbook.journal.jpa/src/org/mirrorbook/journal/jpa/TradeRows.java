package org.mirrorbook.journal.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.mirrorbook.domain.journal.Trade;

/**
 * Reads what belongs to trades that are known by their ids. One table a query: a join would hold a row of one table while it waits for the
 * other, and a commit that holds that one may wait for the first.
 */
final class TradeRows {

    /** Lists of ids are filled up to one of these lengths, so that there are few kinds of statements. */
    private static final int[] LENGTHS = {1, 8, 64, 512};

    private final Tables tables;

    TradeRows(Tables tables) {
        this.tables = tables;
    }

    /** These trades, in no order. */
    List<TradeRow> rows(Pen pen, List<String> ids) throws SQLException {
        return read(pen, tables.trades, ids, "id", "");
    }

    /** The trades of these rows, in their order. */
    List<Trade> whole(Pen pen, List<TradeRow> rows) throws SQLException {
        var ids = rows.stream().map(row -> row.id).toList();
        var parts = new Parts(read(pen, tables.executions, ids, "trade_id", " order by t.trade_id, t.ordinal"),
                read(pen, tables.protections, ids, "trade_id", " order by t.trade_id, t.kind, t.ordinal"));
        return rows.stream().map(parts::trade).toList();
    }

    private static <R> List<R> read(Pen pen, Table<R> table, List<String> ids, String key, String order) throws SQLException {
        var found = new ArrayList<R>();
        for (int from = 0; from < ids.size();) {
            int length = length(ids.size() - from);
            int to = Math.min(ids.size(), from + length);
            var statement = pen.statement("select " + table.columns() + " from " + table.name() + " t where t." + key + " in (?"
                    + ", ?".repeat(length - 1) + ")" + order);
            for (int i = 0; i < length; i++) {
                statement.setString(i + 1, ids.get(Math.min(from + i, to - 1)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(table.read(rows));
                }
            }
            from = to;
        }
        return found;
    }

    private static int length(int wanted) {
        for (int length : LENGTHS) {
            if (wanted <= length) {
                return length;
            }
        }
        return LENGTHS[LENGTHS.length - 1];
    }
}
