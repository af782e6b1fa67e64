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
    /** A list is at most so long. */
    static final int MOST = LENGTHS[LENGTHS.length - 1];

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
        for (int from = 0; from < ids.size(); from += MOST) {
            var some = filledUp(ids, from);
            var statement = pen.statement("select " + table.columns() + " from " + table.name() + " t where t." + key + " in (?"
                    + ", ?".repeat(some.size() - 1) + ")" + order);
            for (int i = 0; i < some.size(); i++) {
                statement.setString(i + 1, some.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(table.read(rows));
                }
            }
        }
        return found;
    }

    /** From there on as many as a list takes, the last one repeated up to one of the lengths. */
    static List<String> filledUp(List<String> ids, int from) {
        var some = new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + MOST)));
        int length = length(some.size());
        while (some.size() < length) {
            some.add(some.getLast());
        }
        return some;
    }

    private static int length(int wanted) {
        for (int length : LENGTHS) {
            if (wanted <= length) {
                return length;
            }
        }
        return MOST;
    }
}
